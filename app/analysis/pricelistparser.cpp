#include "app/analysis/pricelistparser.h"

#include "app/core/money.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

namespace tokenledger {

namespace {

constexpr std::int64_t MostNano = 1'000'000'000'000'000;  // a million dollars: factors cannot make it too large
constexpr std::int64_t MostOther = 1'000'000'000'000;
constexpr std::int64_t MostFactor = 9'000'000'000;
constexpr std::int64_t NanoPerMillionth = 1'000;
constexpr std::int64_t HundredPercent = 100'000'000;  // in millionths of a percent

tl::unexpected<Error> badBook(const QString& detail) {
    return failure(ErrorKind::Internal,
                   QStringLiteral("The price list cannot be read; the program should be installed again."), detail);
}

tl::unexpected<Error> within(const QString& place, const Error& error) {
    return badBook(place + QStringLiteral(": ") + error.detail);
}

/// A number as a text, at least `least` and at most `most` billionths.
Result<std::int64_t> parseNano(const QJsonObject& row, const char* key, std::int64_t least, std::int64_t most,
                               const char* what) {
    const QJsonValue value = row.value(QLatin1String(key));
    if (!value.isString()) return badBook(QStringLiteral("\"%1\" is not there as a text").arg(QLatin1String(key)));
    const QByteArray text = value.toString().toUtf8();
    const auto number = parseDollars(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!number || number->rounded || number->amount.nano() < least || number->amount.nano() > most) {
        return badBook(QStringLiteral("\"%1\" is \"%2\", which is no %3")
                           .arg(QLatin1String(key), value.toString(), QLatin1String(what)));
    }
    return number->amount.nano();
}

Result<std::int64_t> parsePrice(const QJsonObject& row, const char* key) {
    return parseNano(row, key, 0, MostNano, "price: dollars with at most nine decimals are, as in \"2.50\"");
}

Result<void> checkNames(const QJsonObject& object, std::initializer_list<const char*> known) {
    for (const QString& name : object.keys()) {
        const bool isKnown =
            std::any_of(known.begin(), known.end(), [&name](const char* one) { return name == QLatin1String(one); });
        if (!isKnown) return badBook(QStringLiteral("\"%1\" is nothing that is known here").arg(name));
    }
    return {};
}

using IsType = bool (QJsonValue::*)() const;

Result<void> checkTypes(const QJsonObject& object, std::initializer_list<std::pair<const char*, IsType>> types) {
    for (const auto& [key, isRight] : types) {
        const QJsonValue value = object.value(QLatin1String(key));
        if (!value.isUndefined() && !(value.*isRight)())
            return badBook(QStringLiteral("\"%1\" is of the wrong type").arg(QLatin1String(key)));
    }
    return {};
}

Result<std::optional<UtcDay>> parseDay(const QJsonObject& row, const char* key) {
    const QJsonValue value = row.value(QLatin1String(key));
    if (value.isUndefined()) return std::optional<UtcDay>();
    const auto day = UtcDay::fromIso(value.toString());
    if (!day) {
        return badBook(QStringLiteral("\"%1\" is \"%2\", which is no day: they are written as in \"2026-10-07\"")
                           .arg(QLatin1String(key), value.toVariant().toString()));
    }
    return std::optional(*day);
}

Result<void> parseDays(const QJsonObject& row, PriceDays& days) {
    const auto from = parseDay(row, "from");
    if (!from) return failure(from.error());
    const auto to = parseDay(row, "to");
    if (!to) return failure(to.error());
    days.from = from->value_or(UtcDay());
    days.to = *to;
    if (*to && **to < days.from)
        return badBook(QStringLiteral("\"to\" is %1, before \"from\", %2").arg((*to)->toIso(), days.from.toIso()));
    return {};
}

Result<PricePeriod> parsePeriod(const QJsonObject& row) {
    PricePeriod period;
    if (auto days = parseDays(row, period); !days) return failure(days.error());
    if (auto types = checkTypes(row, {{"estimate", &QJsonValue::isBool},
                                      {"context_window", &QJsonValue::isString},
                                      {"speed", &QJsonValue::isString}});
        !types) {
        return failure(types.error());
    }
    period.estimate = row.value(QLatin1String("estimate")).toBool();
    const std::pair<const char*, std::int64_t*> kinds[] = {{"uncached_input", &period.prices.uncachedInput},
                                                           {"cache_creation_5m", &period.prices.cacheCreation5m},
                                                           {"cache_creation_1h", &period.prices.cacheCreation1h},
                                                           {"cache_read", &period.prices.cacheRead},
                                                           {"output", &period.prices.output}};
    for (const auto& [key, price] : kinds) {
        const auto parsed = parsePrice(row, key);
        if (!parsed) return failure(parsed.error());
        *price = *parsed;
    }
    if (auto known = checkNames(row, {"from", "to", "estimate", "context_window", "speed", "uncached_input",
                                      "cache_creation_5m", "cache_creation_1h", "cache_read", "output"});
        !known) {
        return failure(known.error());
    }
    return period;
}

/// The texts of an array; none where one of them is no text, or empty.
QStringList parseTexts(const QJsonValue& array) {
    QStringList texts;
    for (const QJsonValue& text : array.toArray()) {
        if (text.toString().isEmpty()) return {};
        texts.append(text.toString());
    }
    return texts;
}

/// "all", or a list of texts that is not empty; empty for all.
Result<QStringList> parseChoice(const QJsonObject& row, const char* key) {
    const QJsonValue value = row.value(QLatin1String(key));
    if (value.isUndefined() || value == QJsonValue(QStringLiteral("all"))) return QStringList();
    const QStringList texts = parseTexts(value);
    if (texts.isEmpty()) {
        return badBook(QStringLiteral("\"%1\" is neither \"all\" nor a list of names").arg(QLatin1String(key)));
    }
    return texts;
}

bool overlap(const PriceDays& a, const PriceDays& b) {
    return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to);
}

bool shareOne(const QStringList& a, const QStringList& b) {
    if (a.isEmpty() || b.isEmpty()) return true;
    return std::any_of(a.begin(), a.end(), [&b](const QString& one) { return b.contains(one); });
}

QString sinceText(UtcDay from) { return from == UtcDay() ? QStringLiteral("ever") : from.toIso(); }

Result<Discount> parseDiscount(const QJsonObject& row) {
    Discount discount;
    if (auto types = checkTypes(row, {{"name", &QJsonValue::isString}, {"own_prices", &QJsonValue::isBool}}); !types)
        return failure(types.error());
    discount.name = row.value(QLatin1String("name")).toString();
    discount.ownPrices = row.value(QLatin1String("own_prices")).toBool();
    const auto percent = parseNano(row, "percent", 0, HundredPercent * NanoPerMillionth,
                                   "percentage: a number from 0 to 100 is, as in \"15\"");
    if (!percent) return failure(percent.error());
    if (*percent % NanoPerMillionth != 0) return badBook(QStringLiteral("\"percent\" has more than six decimals"));
    discount.millionths = *percent / NanoPerMillionth;
    if (auto days = parseDays(row, discount); !days) return failure(days.error());
    const auto models = parseChoice(row, "models");
    if (!models) return failure(models.error());
    discount.models = *models;
    const auto costTypes = parseChoice(row, "cost_types");
    if (!costTypes) return failure(costTypes.error());
    for (const QString& type : *costTypes) {
        if (type != QLatin1String("tokens") && type != QLatin1String("web_search")) {
            return badBook(
                QStringLiteral("\"%1\" in \"cost_types\" is not priced here: \"tokens\" and \"web_search\" are")
                    .arg(type));
        }
    }
    discount.costTypes = *costTypes;
    if (auto known = checkNames(row, {"name", "from", "to", "models", "percent", "cost_types", "own_prices"}); !known)
        return failure(known.error());
    return discount;
}

Result<OtherPrice> parseOther(const QJsonObject& row) {
    constexpr std::int64_t MostUnits = 1'000'000;
    OtherPrice other;
    if (auto types = checkTypes(
            row, {{"unit", &QJsonValue::isString}, {"units", &QJsonValue::isDouble}, {"rule", &QJsonValue::isString}});
        !types) {
        return failure(types.error());
    }
    other.item = row.value(QLatin1String("item")).toString();
    other.unit = row.value(QLatin1String("unit")).toString();
    other.units = row.value(QLatin1String("units")).toInteger(1);
    const bool whole = row.value(QLatin1String("units")).toDouble(1) == static_cast<double>(other.units);
    if (!whole || other.units < 1 || MostUnits % other.units != 0)
        return badBook(QStringLiteral("\"units\" is no number that a million can be divided by, as 1 or 1000"));
    other.rule = row.value(QLatin1String("rule")).toString();
    const auto price = parseNano(row, "price", 0, MostOther, "price: dollars up to 1000 are, as in \"2.50\"");
    if (!price) return failure(price.error());
    other.nano = *price;
    if (auto days = parseDays(row, other); !days) return failure(days.error());
    if (auto known = checkNames(row, {"item", "unit", "units", "price", "rule", "from", "to"}); !known)
        return failure(known.error());
    return other;
}

}  // namespace

Result<void> PriceListParser::takeFactors(const QStringList& ids, const QJsonObject& model) {
    const QJsonValue factors = model.value(QLatin1String("inference_geo"));
    if (!factors.isUndefined() && !factors.isObject())
        return badBook(QStringLiteral("\"inference_geo\" is of the wrong type"));
    for (const QString& geo : factors.toObject().keys()) {
        const auto factor = parseNano(factors.toObject(), geo.toLatin1().constData(), 1, MostFactor,
                                      "factor: a number up to 9 is, as in \"1.1\"");
        if (!factor) return failure(factor.error());
        for (const QString& id : ids) m_book.m_factors.push_back({id, geo, *factor, false});
    }
    return {};
}

Result<void> PriceListParser::takeModel(const QStringList& ids, const QJsonObject& model) {
    if (auto known = checkNames(model, {"ids", "prices", "inference_geo"}); !known) return known;
    const QJsonArray rows = model.value(QLatin1String("prices")).toArray();
    if (rows.isEmpty()) return badBook(QStringLiteral("it has no \"prices\""));
    for (const QJsonValue& row : rows) {
        const auto period = parsePeriod(row.toObject());
        if (!period) return failure(period.error());
        const QString window = row.toObject().value(QLatin1String("context_window")).toString();
        QString speed = row.toObject().value(QLatin1String("speed")).toString();
        if (speed == QLatin1String("standard")) speed.clear();
        for (const QString& id : ids) m_book.m_entries.push_back({id, window, speed, *period});
    }
    return takeFactors(ids, model);
}

Result<void> PriceListParser::takeModels(const QJsonObject& list) {
    int number = 0;
    for (const QJsonValue& model : list.value(QLatin1String("models")).toArray()) {
        ++number;
        const QStringList ids = parseTexts(model.toObject().value(QLatin1String("ids")));
        if (ids.isEmpty()) return badBook(QStringLiteral("entry %1 of \"models\" has no \"ids\"").arg(number));
        if (auto taken = takeModel(ids, model.toObject()); !taken) return within(ids.front(), taken.error());
    }
    return {};
}

Result<void> PriceListParser::takeOthers(const QJsonObject& list) {
    int number = 0;
    for (const QJsonValue& row : list.value(QLatin1String("other")).toArray()) {
        ++number;
        const QString item = row.toObject().value(QLatin1String("item")).toString();
        if (item.isEmpty()) return badBook(QStringLiteral("entry %1 of \"other\" has no \"item\"").arg(number));
        const auto other = parseOther(row.toObject());
        if (!other) return within(item, other.error());
        m_book.m_others.push_back(*other);
    }
    return {};
}

Result<void> PriceListParser::takeDiscounts(const QJsonObject& list) {
    int number = 0;
    for (const QJsonValue& row : list.value(QLatin1String("discounts")).toArray()) {
        ++number;
        const QString name = row.toObject().value(QLatin1String("name")).toString();
        if (name.isEmpty()) return badBook(QStringLiteral("entry %1 of \"discounts\" has no \"name\"").arg(number));
        const auto discount = parseDiscount(row.toObject());
        if (!discount) return within(QStringLiteral("discount \"%1\"").arg(name), discount.error());
        m_book.m_discounts.push_back(*discount);
    }
    return {};
}

Result<void> PriceListParser::checkOverlaps() {
    using Entry = PriceBook::Entry;
    const auto place = [](const Entry& entry) { return std::tie(entry.model, entry.contextWindow, entry.speed); };
    std::sort(m_book.m_entries.begin(), m_book.m_entries.end(), [&place](const Entry& a, const Entry& b) {
        return std::pair(place(a), a.period.from) < std::pair(place(b), b.period.from);
    });
    std::sort(m_book.m_others.begin(), m_book.m_others.end(), [](const OtherPrice& a, const OtherPrice& b) {
        return std::tie(a.item, a.from) < std::tie(b.item, b.from);
    });
    const auto check = [](const QString& name, const PriceDays& a, const PriceDays& b) -> Result<void> {
        if (a.from == b.from) return badBook(name + QStringLiteral(": two prices from the same day"));
        if (a.to && b.from <= *a.to) {
            return badBook(QStringLiteral("%1: the price to %2 and the one from %3 hold on the same days")
                               .arg(name, a.to->toIso(), b.from.toIso()));
        }
        return {};
    };
    for (std::size_t i = 1; i < m_book.m_entries.size(); ++i) {
        const Entry& a = m_book.m_entries[i - 1];
        const Entry& b = m_book.m_entries[i];
        if (place(a) != place(b)) continue;
        if (auto apart = check(a.model, a.period, b.period); !apart) return apart;
    }
    for (std::size_t i = 1; i < m_book.m_others.size(); ++i) {
        if (m_book.m_others[i - 1].item != m_book.m_others[i].item) continue;
        if (auto apart = check(m_book.m_others[i].item, m_book.m_others[i - 1], m_book.m_others[i]); !apart)
            return apart;
    }
    return checkDiscounts();
}

/// One that names models goes before one for all; of two that are alike, none could be chosen.
Result<void> PriceListParser::checkDiscounts() const {
    const std::vector<Discount>& all = m_book.m_discounts;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool sameRank = all[i].models.isEmpty() == all[j].models.isEmpty();
            if (!sameRank || !overlap(all[i], all[j]) || !shareOne(all[i].models, all[j].models) ||
                !shareOne(all[i].costTypes, all[j].costTypes)) {
                continue;
            }
            return badBook(QStringLiteral("the discounts \"%1\" (since %2) and \"%3\" (since %4) hold for the same "
                                          "prices on the same days, and only one can")
                               .arg(all[j].name, sinceText(all[j].from), all[i].name, sinceText(all[i].from)));
        }
    }
    return {};
}

Result<PriceBook> PriceListParser::parse(const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull()) {
        return badBook(QStringLiteral("it is not JSON: %1, at byte %2").arg(error.errorString()).arg(error.offset));
    }
    const QJsonObject list = document.object();
    if (auto taken = takeModels(list); !taken) return failure(taken.error());
    if (auto taken = takeOthers(list); !taken) return failure(taken.error());
    if (auto taken = takeDiscounts(list); !taken) return failure(taken.error());
    if (m_book.m_entries.empty() && m_book.m_others.empty() && m_book.m_discounts.empty())
        return badBook(QStringLiteral("there are no \"models\" in it"));
    if (auto known = checkNames(list, {"about", "edition", "models", "other", "discounts"}); !known)
        return failure(known.error());
    if (auto types = checkTypes(
            list,
            {{"models", &QJsonValue::isArray}, {"other", &QJsonValue::isArray}, {"discounts", &QJsonValue::isArray}});
        !types) {
        return failure(types.error());
    }
    const auto edition = parseDay(list, "edition");
    if (!edition) return failure(edition.error());
    m_book.m_edition = *edition;
    if (auto apart = checkOverlaps(); !apart) return failure(apart.error());
    return std::move(m_book);
}

}  // namespace tokenledger
