// Faults of what the answers say: sound JSON that is not what the API promises.
#include "tests/e2e/faultcatalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

namespace tokenledger::test {

namespace {

using Change = std::function<bool(QJsonObject&, FaultScene&)>;

// A value that QJsonValue cannot hold, such as a number beyond 64 bits; spelled out when the text is made.
QJsonValue literal(const char* text) { return QStringLiteral("@@%1@@").arg(QLatin1String(text)); }

QByteArray toText(const QJsonObject& object) {
    static const QRegularExpression literals(QStringLiteral("\"@@(.*?)@@\""));
    QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return text.replace(literals, QStringLiteral("\\1")).toUtf8();
}

FaultKind inAnswer(const QByteArray& name, Effect effect, const Change& change) {
    return {name, effect, [change](FakeAnswer& answer, FaultScene& scene) {
                if (answer.status != 200) return false;
                QJsonObject object = QJsonDocument::fromJson(answer.body).object();
                if (!change(object, scene)) return false;
                answer.body = toText(object);
                return true;
            }};
}

/// Undefined: takes the field away.
void put(QJsonObject& object, const QString& field, const QJsonValue& value) {
    if (value.isUndefined()) {
        object.remove(field);
    } else {
        object[field] = value;
    }
}

bool isPage(const QJsonObject& object) { return object.contains(u"data"); }

FaultKind inPage(const QByteArray& name, Effect effect, const Change& change) {
    return inAnswer(name, effect, [change](QJsonObject& object, FaultScene& scene) {
        return isPage(object) && change(object, scene);
    });
}

/// `change(buckets, which)` of a page that has buckets.
FaultKind inBuckets(const QByteArray& name, Effect effect,
                    const std::function<bool(QJsonArray&, qsizetype, FaultScene&)>& change) {
    return inPage(name, effect, [change](QJsonObject& page, FaultScene& scene) {
        QJsonArray data = page[u"data"].toArray();
        if (data.isEmpty() || !data[0].toObject().contains(u"starting_at")) return false;
        if (!change(data, scene.dice.bounded(static_cast<int>(data.size())), scene)) return false;
        page[u"data"] = data;
        return true;
    });
}

FaultKind inBucket(const QByteArray& name, Effect effect, const Change& change) {
    return inBuckets(name, effect, [change](QJsonArray& buckets, qsizetype which, FaultScene& scene) {
        QJsonObject bucket = buckets[which].toObject();
        if (!change(bucket, scene)) return false;
        buckets[which] = bucket;
        return true;
    });
}

/// `change(record)` of one of the records that have this field: rows of buckets, or entries of a page.
FaultKind inRecord(const QByteArray& name, const QString& field, const Change& change) {
    return inPage(name, Effect::Fails, [field, change](QJsonObject& page, FaultScene& scene) {
        QJsonArray data = page[u"data"].toArray();
        std::vector<std::pair<qsizetype, qsizetype>> places;  // entry, and row in it or -1
        for (qsizetype i = 0; i < data.size(); ++i) {
            if (data[i].toObject().contains(field)) places.emplace_back(i, -1);
            const QJsonArray rows = data[i][u"results"].toArray();
            for (qsizetype row = 0; row < rows.size(); ++row) {
                if (rows[row].toObject().contains(field)) places.emplace_back(i, row);
            }
        }
        if (places.empty()) return false;
        const auto [entry, row] = places[scene.dice.bounded(static_cast<quint32>(places.size()))];
        QJsonObject object = data[entry].toObject();
        QJsonArray rows = object[u"results"].toArray();
        QJsonObject record = row < 0 ? object : rows[row].toObject();
        if (!change(record, scene)) return false;
        if (row < 0) {
            object = record;
        } else {
            rows[row] = record;
            object[u"results"] = rows;
        }
        data[entry] = object;
        page[u"data"] = data;
        return true;
    });
}

FaultKind valueInRecord(const QByteArray& name, const QString& field, const QJsonValue& value) {
    return inRecord(name, field, [field, value](QJsonObject& record, FaultScene&) {
        record[field] = value;
        return true;
    });
}

FaultKind withoutInRecord(const QString& field) {
    return inRecord(field.toLatin1() + " missing", field, [field](QJsonObject& record, FaultScene&) {
        record.remove(field);
        return true;
    });
}

/// What the answered request had for `page` or `after_id`; empty: it asked for the first page.
QString askedToken(const FaultScene& scene) {
    const QUrlQuery query(scene.server.requests().back().query);
    const QString page = query.queryItemValue(QStringLiteral("page"), QUrl::FullyDecoded);
    return page.isEmpty() ? query.queryItemValue(QStringLiteral("after_id"), QUrl::FullyDecoded) : page;
}

QDateTime startOf(const QJsonValue& bucket) { return *fromRfc3339(bucket[u"starting_at"].toString()); }

void moveTo(QJsonObject& bucket, const QDateTime& start) {
    const qint64 width = startOf(bucket).secsTo(*fromRfc3339(bucket[u"ending_at"].toString()));
    bucket[u"starting_at"] = toRfc3339(start);
    bucket[u"ending_at"] = toRfc3339(start.addSecs(width));
}

}  // namespace

std::vector<FaultKind> pageFaults() {
    std::vector<FaultKind> kinds;
    const auto set = [&kinds](const QByteArray& name, const QString& field, const QJsonValue& value) {
        kinds.push_back(inPage(name, Effect::Fails, [field, value](QJsonObject& page, FaultScene&) {
            put(page, field, value);
            return true;
        }));
    };
    const QString data = QStringLiteral("data");
    const QString more = QStringLiteral("has_more");
    set("data missing", data, QJsonValue(QJsonValue::Undefined));
    set("data null", data, QJsonValue());
    set("data an object", data, QJsonObject());
    set("data text", data, QStringLiteral("none"));
    set("data of other things", data, QJsonArray{1, QStringLiteral("two"), QJsonValue()});
    set("has_more missing", more, QJsonValue(QJsonValue::Undefined));
    set("has_more null", more, QJsonValue());
    set("has_more text", more, QStringLiteral("false"));
    kinds.push_back(inPage("more to come, but no token", Effect::Fails, [](QJsonObject& page, FaultScene&) {
        if (page[u"data"].toArray().isEmpty()) return false;
        page[u"has_more"] = true;
        page.remove(u"next_page");
        page.remove(u"last_id");
        return true;
    }));
    kinds.push_back(inPage("the same token again", Effect::Fails, [](QJsonObject& page, FaultScene& scene) {
        const QString token = askedToken(scene);
        if (token.isEmpty() || page[u"data"].toArray().isEmpty()) return false;
        page[u"has_more"] = true;
        page[page.contains(u"last_id") ? u"last_id" : u"next_page"] = token;
        return true;
    }));
    kinds.push_back(inPage("a token of another query", Effect::Harmless, [](QJsonObject& page, FaultScene&) {
        if (!page[u"has_more"].toBool() || !page.contains(u"next_page")) return false;
        page[u"next_page"] = QStringLiteral("page_bm90IG91cnM=");
        return true;
    }));
    kinds.push_back(
        {"a stale token", Effect::Harmless, [](FakeAnswer& answer, FaultScene& scene) {
             if (askedToken(scene).isEmpty()) return false;
             answer.status = 400;
             answer.body = refusalBody({400, "invalid_request_error", QStringLiteral("page: expired")}, "r");
             return true;
         }});
    kinds.push_back(inAnswer("another organization", Effect::Fails, [](QJsonObject& object, FaultScene& scene) {
        if (isPage(object) || !scene.ownerIsKnown) return false;
        object[u"id"] = QStringLiteral("99999999-0000-4000-8000-000000000000");
        object[u"name"] = QStringLiteral("Somebody Else");
        return true;
    }));
    kinds.push_back(inAnswer("an organization without an id", Effect::Fails, [](QJsonObject& object, FaultScene&) {
        if (isPage(object)) return false;
        object.remove(u"id");
        return true;
    }));
    return kinds;
}

std::vector<FaultKind> bucketFaults() {
    std::vector<FaultKind> kinds;
    kinds.push_back(inBuckets("a bucket twice", Effect::Fails, [](QJsonArray& buckets, qsizetype which, FaultScene&) {
        buckets.insert(which, QJsonValue(buckets[which]));
        return true;
    }));
    kinds.push_back(inBuckets("a bucket twice, the other empty", Effect::Fails,
                              [](QJsonArray& buckets, qsizetype which, FaultScene&) {
                                  QJsonObject other = buckets[which].toObject();
                                  other[u"results"] = QJsonArray();
                                  buckets.append(other);
                                  return true;
                              }));
    kinds.push_back(
        inBuckets("a bucket of the page before", Effect::Fails, [](QJsonArray& buckets, qsizetype, FaultScene&) {
            QJsonObject first = buckets[0].toObject();
            const QDateTime end = *fromRfc3339(first[u"ending_at"].toString());
            moveTo(first, startOf(first).addSecs(-startOf(first).secsTo(end)));
            buckets.prepend(first);
            return true;
        }));
    kinds.push_back(
        inPage("a bucket under the time of the next page's first", Effect::Fails, [](QJsonObject& page, FaultScene&) {
            QJsonArray buckets = page[u"data"].toArray();
            if (!page[u"has_more"].toBool() || !buckets[0].toObject().contains(u"starting_at")) {
                return false;
            }
            QJsonObject last = buckets.last().toObject();
            moveTo(last, *fromRfc3339(last[u"ending_at"].toString()));
            buckets[buckets.size() - 1] = last;
            page[u"data"] = buckets;
            return true;
        }));
    kinds.push_back(inBuckets("newest first", Effect::Harmless, [](QJsonArray& buckets, qsizetype, FaultScene&) {
        QJsonArray turned;
        for (const auto& bucket : std::as_const(buckets)) turned.prepend(bucket);
        return std::exchange(buckets, turned) != turned;
    }));
    kinds.push_back(
        inBuckets("a bucket left out", Effect::Depends, [](QJsonArray& buckets, qsizetype which, FaultScene&) {
            buckets.removeAt(which);
            return true;
        }));
    const auto move = [&kinds](const char* name, qint64 seconds) {
        kinds.push_back(inBucket(name, Effect::Fails, [seconds](QJsonObject& bucket, FaultScene&) {
            moveTo(bucket, startOf(bucket).addSecs(seconds));
            return true;
        }));
    };
    move("a bucket of next year", 365 * 86'400);
    move("a bucket of last year", -366 * 86'400);
    move("overlapping buckets", 1'800);
    const auto set = [&kinds](const QByteArray& name, const QString& field, const QJsonValue& value) {
        kinds.push_back(inBucket(name, Effect::Fails, [field, value](QJsonObject& bucket, FaultScene&) {
            put(bucket, field, value);
            return true;
        }));
    };
    const QString start = QStringLiteral("starting_at");
    set("a bucket without a time", start, QJsonValue(QJsonValue::Undefined));
    set("a bucket at null", start, QJsonValue());
    set("a bucket at a number", start, 1'763'596'800);
    set("a bucket on no day", start, QStringLiteral("2026-02-30T00:00:00Z"));
    set("a bucket of local time", start, QStringLiteral("2026-11-15T00:00:00+02:00"));
    set("a bucket of a date", start, QStringLiteral("2026-11-15"));
    set("a bucket that never ends", QStringLiteral("ending_at"), QStringLiteral("2199-01-01T00:00:00Z"));
    const QString results = QStringLiteral("results");
    set("results missing", results, QJsonValue(QJsonValue::Undefined));
    set("results null", results, QJsonValue());
    set("results an object", results, QJsonObject());
    set("results of other things", results, QJsonArray{QJsonValue(), 1});
    return kinds;
}

std::vector<FaultKind> recordFaults() {
    std::vector<FaultKind> kinds;
    const QString amount = QStringLiteral("amount");
    for (const char* text : {"12,5", "", " 1", "+1", "1e3", "NaN", "0x10", "1.2.3", "--1", ".5", "5.", "1 000",
                             "99999999999999999999", "9223372036.854775807e9"}) {
        kinds.push_back(valueInRecord("amount \"" + QByteArray(text) + '"', amount, QLatin1String(text)));
    }
    kinds.push_back(valueInRecord("amount null", amount, QJsonValue()));
    kinds.push_back(valueInRecord("amount a number", amount, 12.5));
    kinds.push_back(withoutInRecord(amount));
    kinds.push_back(withoutInRecord(QStringLiteral("currency")));
    kinds.push_back(valueInRecord("another currency", QStringLiteral("currency"), QStringLiteral("EUR")));

    const QString tokens = QStringLiteral("uncached_input_tokens");
    kinds.push_back(valueInRecord("tokens beyond 64 bits", tokens, literal("9223372036854775808")));
    kinds.push_back(valueInRecord("tokens far beyond 64 bits", tokens, literal("92233720368547758080000")));
    kinds.push_back(valueInRecord("tokens with a fraction", tokens, literal("1.5")));
    kinds.push_back(valueInRecord("tokens with an exponent", tokens, literal("1e3")));
    kinds.push_back(valueInRecord("negative tokens", tokens, -1));
    kinds.push_back(valueInRecord("tokens as text", tokens, QStringLiteral("12")));
    kinds.push_back(valueInRecord("tokens null", tokens, QJsonValue()));
    kinds.push_back(withoutInRecord(tokens));
    kinds.push_back(withoutInRecord(QStringLiteral("server_tool_use")));
    kinds.push_back(withoutInRecord(QStringLiteral("cache_creation")));
    kinds.push_back(valueInRecord("cache_creation a number", QStringLiteral("cache_creation"), 1200));
    kinds.push_back(valueInRecord("model a number", QStringLiteral("model"), 5));

    kinds.push_back(
        valueInRecord("a record of another day", QStringLiteral("date"), QStringLiteral("2026-01-01T00:00:00Z")));
    kinds.push_back(valueInRecord("a record of another organization", QStringLiteral("organization_id"),
                                  QStringLiteral("99999999-0000-4000-8000-000000000000")));
    kinds.push_back(valueInRecord("an actor of an unknown kind", QStringLiteral("actor"),
                                  QJsonObject{{QStringLiteral("type"), QStringLiteral("robot")}}));
    kinds.push_back(withoutInRecord(QStringLiteral("core_metrics")));
    kinds.push_back(valueInRecord("tools a list", QStringLiteral("tool_actions"), QJsonArray{1}));
    kinds.push_back(withoutInRecord(QStringLiteral("model_breakdown")));
    for (const char* cents : {"1e400", "99999999999999999999", "true"}) {
        kinds.push_back(inRecord("estimated cost " + QByteArray(cents), QStringLiteral("model_breakdown"),
                                 [cents](QJsonObject& record, FaultScene&) {
                                     QJsonArray models = record[u"model_breakdown"].toArray();
                                     if (models.isEmpty()) return false;
                                     QJsonObject model = models[0].toObject();
                                     QJsonObject cost = model[u"estimated_cost"].toObject();
                                     cost[u"amount"] = literal(cents);
                                     model[u"estimated_cost"] = cost;
                                     models[0] = model;
                                     record[u"model_breakdown"] = models;
                                     return true;
                                 }));
    }
    kinds.push_back(withoutInRecord(QStringLiteral("id")));  // of the lists
    return kinds;
}

const std::vector<FaultKind>& faultCatalogue() {
    static const std::vector<FaultKind> all = [] {
        std::vector<FaultKind> kinds;
        for (const auto& part :
             {connectionFaults(), statusFaults(), textFaults(), pageFaults(), bucketFaults(), recordFaults()}) {
            kinds.insert(kinds.end(), part.begin(), part.end());
        }
        return kinds;
    }();
    return all;
}

}  // namespace tokenledger::test
