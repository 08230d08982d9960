#include "app/analysis/pricebook.h"

#include "app/core/money.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>
#include <tuple>

namespace tokenledger {

namespace {

Q_LOGGING_CATEGORY(priceLog, "tokenledger.prices")

tl::unexpected<Error> badBook(const QString& detail) {
    return failure(ErrorKind::Internal,
                   QStringLiteral("The price list cannot be read; the program should be installed again."), detail);
}

/// "claude-opus-4-20250514" -> "claude-opus-4": only a whole calendar date counts, so that a version never does.
QString withoutDate(const QString& model) {
    constexpr int DateLength = 8;
    const qsizetype dash = model.size() - DateLength - 1;
    if (dash <= 0 || model[dash] != u'-') return model;
    const QStringView digits = QStringView(model).mid(dash + 1);
    const QString iso = digits.mid(0, 4) + u'-' + digits.mid(4, 2) + u'-' + digits.mid(6, 2);
    return UtcDay::fromIso(iso) ? model.left(dash) : model;
}

Result<std::int64_t> parsePrice(const QJsonObject& row, const char* key) {
    const QJsonValue value = row.value(QLatin1String(key));
    if (!value.isString()) return badBook(QStringLiteral("\"%1\" is not there as a text").arg(QLatin1String(key)));
    const QByteArray text = value.toString().toUtf8();
    const auto price = parseDollars(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!price || price->rounded || price->amount.isNegative()) {
        return badBook(
            QStringLiteral(
                "\"%1\" is \"%2\", which is no price: dollars with at most nine decimals are, as in \"2.50\"")
                .arg(QLatin1String(key), value.toString()));
    }
    return price->amount.nano();
}

/// A misspelt name would otherwise change what a price is for.
Result<void> checkNames(const QJsonObject& object, std::initializer_list<const char*> known) {
    for (const QString& name : object.keys()) {
        const bool isKnown =
            std::any_of(known.begin(), known.end(), [&name](const char* one) { return name == QLatin1String(one); });
        if (!isKnown) return badBook(QStringLiteral("\"%1\" is nothing that is known here").arg(name));
    }
    return {};
}

Result<PricePeriod> parsePeriod(const QJsonObject& row) {
    PricePeriod period;
    if (const QJsonValue from = row.value(QLatin1String("from")); !from.isUndefined()) {
        const auto day = UtcDay::fromIso(from.toString());
        if (!day) {
            return badBook(QStringLiteral("\"from\" is \"%1\", which is no day: they are written as in \"2026-10-07\"")
                               .arg(from.toVariant().toString()));
        }
        period.from = *day;
    }
    for (const auto& [key, isRight] :
         {std::pair("estimate", &QJsonValue::isBool), std::pair("context_window", &QJsonValue::isString)}) {
        const QJsonValue value = row.value(QLatin1String(key));
        if (!value.isUndefined() && !(value.*isRight)()) {
            return badBook(QStringLiteral("\"%1\" is of the wrong type").arg(QLatin1String(key)));
        }
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
    if (auto known = checkNames(row, {"from", "estimate", "context_window", "uncached_input", "cache_creation_5m",
                                      "cache_creation_1h", "cache_read", "output"});
        !known) {
        return failure(known.error());
    }
    return period;
}

/// The texts of "ids"; none where one of them is no text, or empty.
QStringList parseIds(const QJsonObject& model) {
    QStringList ids;
    for (const QJsonValue& id : model.value(QLatin1String("ids")).toArray()) {
        if (id.toString().isEmpty()) return {};
        ids.append(id.toString());
    }
    return ids;
}

TokenPrices halved(const TokenPrices& prices) {
    return {divideHalfEven(prices.uncachedInput, 2), divideHalfEven(prices.cacheCreation5m, 2),
            divideHalfEven(prices.cacheCreation1h, 2), divideHalfEven(prices.cacheRead, 2),
            divideHalfEven(prices.output, 2)};
}

}  // namespace

const PriceBook& PriceBook::builtIn() {
    static const PriceBook book = [] {
        QFile file(QStringLiteral(":/tokenledger/prices.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        auto parsed = parse(opened ? file.readAll() : QByteArray());
        if (!parsed) qCCritical(priceLog) << parsed.error().message << parsed.error().detail;
        return parsed ? *std::move(parsed) : PriceBook();
    }();
    return book;
}

Result<PriceBook> PriceBook::parse(const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull()) {
        return badBook(QStringLiteral("it is not JSON: %1, at byte %2").arg(error.errorString()).arg(error.offset));
    }
    PriceBook book;
    int number = 0;
    for (const QJsonValue& model : document.object().value(QLatin1String("models")).toArray()) {
        ++number;
        const QStringList ids = parseIds(model.toObject());
        if (ids.isEmpty()) return badBook(QStringLiteral("entry %1 of \"models\" has no \"ids\"").arg(number));
        if (auto known = checkNames(model.toObject(), {"ids", "prices"}); !known) {
            return badBook(ids.front() + QStringLiteral(": ") + known.error().detail);
        }
        const QJsonArray rows = model.toObject().value(QLatin1String("prices")).toArray();
        if (rows.isEmpty()) return badBook(ids.front() + QStringLiteral(": it has no \"prices\""));
        for (const QJsonValue& row : rows) {
            const auto period = parsePeriod(row.toObject());
            if (!period) return badBook(ids.front() + QStringLiteral(": ") + period.error().detail);
            const QString window = row.toObject().value(QLatin1String("context_window")).toString();
            for (const QString& id : ids) book.m_entries.push_back({id, window, *period});
        }
    }
    if (book.m_entries.empty()) return badBook(QStringLiteral("there are no \"models\" in it"));
    const auto key = [](const Entry& entry) { return std::tie(entry.model, entry.contextWindow, entry.period.from); };
    std::sort(book.m_entries.begin(), book.m_entries.end(),
              [&key](const Entry& a, const Entry& b) { return key(a) < key(b); });
    const auto twice = std::adjacent_find(book.m_entries.begin(), book.m_entries.end(),
                                          [&key](const Entry& a, const Entry& b) { return key(a) == key(b); });
    if (twice != book.m_entries.end()) return badBook(twice->model + QStringLiteral(": two prices from the same day"));
    return book;
}

PriceBook PriceBook::overriddenBy(const PriceBook& yours) const {
    PriceBook both = *this;
    for (Entry entry : yours.m_entries) {
        entry.period.yours = true;
        both.m_entries.push_back(std::move(entry));
    }
    return both;
}

QString PriceBook::listedId(const QString& model, bool yours) const {
    const bool named = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.period.yours == yours && entry.model == model;
    });
    return named ? model : withoutDate(model);
}

std::vector<PricePeriod> PriceBook::listed(const QString& model, const QString& contextWindow, bool yours) const {
    const QString id = listedId(model, yours);
    std::vector<PricePeriod> general;
    std::vector<PricePeriod> ownWindow;
    for (const Entry& entry : m_entries) {
        if (entry.model != id || entry.period.yours != yours) continue;
        if (entry.contextWindow.isEmpty()) general.push_back(entry.period);
        if (!entry.contextWindow.isEmpty() && entry.contextWindow == contextWindow) ownWindow.push_back(entry.period);
    }
    return ownWindow.empty() ? general : ownWindow;
}

std::vector<PricePeriod> PriceBook::periods(const QString& model, const QString& serviceTier,
                                            const QString& contextWindow) const {
    const bool batch = serviceTier == QLatin1String("batch");
    if (!batch && serviceTier != QLatin1String("standard")) return {};
    std::vector<PricePeriod> periods = listed(model, contextWindow, false);
    const std::vector<PricePeriod> yours = listed(model, contextWindow, true);
    if (!yours.empty()) {
        std::erase_if(periods, [&yours](const PricePeriod& period) { return period.from >= yours.front().from; });
        periods.insert(periods.end(), yours.begin(), yours.end());
    }
    if (batch) {
        for (PricePeriod& period : periods) period.prices = halved(period.prices);
    }
    return periods;
}

std::vector<UtcDay> PriceBook::changes(const QString& model) const {
    std::vector<UtcDay> days;
    for (const bool yours : {false, true}) {
        const QString id = listedId(model, yours);
        for (const Entry& entry : m_entries) {
            if (entry.period.yours == yours && entry.model == id) days.push_back(entry.period.from);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

Result<std::optional<PriceBook>> readOwnPrices(const QString& path) {
    constexpr qint64 MostBytes = 1'000'000;
    const auto unused = [&path](const QString& why) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("Your price list %1 cannot be used: %2. The published prices are used instead; "
                                      "correct the file, or take it away, and start the program again.")
                           .arg(path, why));
    };
    if (!QFileInfo::exists(path) && !QFileInfo(path).isSymLink()) return std::optional<PriceBook>();
    QFile file(path);
    // A pipe would wait for somebody who writes to it.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return unused(QStringLiteral("it cannot be opened"));
    }
    const QByteArray json = file.read(MostBytes + 1);
    if (file.error() != QFileDevice::NoError) return unused(QStringLiteral("it cannot be read"));
    if (json.size() > MostBytes) return unused(QStringLiteral("it is larger than a megabyte"));
    auto book = PriceBook::parse(json);
    if (!book) return unused(book.error().detail);
    return std::optional(*std::move(book));
}

}  // namespace tokenledger
