#include "app/analysis/pricebook.h"

#include "app/core/money.h"

#include <QFile>
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
    const QByteArray text = row.value(QLatin1String(key)).toString().toUtf8();
    const auto price = parseDollars(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!price) return badBook(QLatin1String(key) + QStringLiteral(": ") + price.error().detail);
    if (price->rounded || price->amount.isNegative()) {
        return badBook(QLatin1String(key) + QStringLiteral(": negative, or finer than a nano-dollar"));
    }
    return price->amount.nano();
}

Result<PricePeriod> parsePeriod(const QJsonObject& row) {
    PricePeriod period;
    if (row.contains(QLatin1String("from"))) {
        const auto from = UtcDay::fromIso(row.value(QLatin1String("from")).toString());
        if (!from) return badBook(QStringLiteral("from: not a day"));
        period.from = *from;
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
    return period;
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
    if (document.isNull()) return badBook(error.errorString());
    PriceBook book;
    for (const QJsonValue& model : document.object().value(QLatin1String("models")).toArray()) {
        for (const QJsonValue& row : model.toObject().value(QLatin1String("prices")).toArray()) {
            const auto period = parsePeriod(row.toObject());
            if (!period) return failure(period.error());
            const QString window = row.toObject().value(QLatin1String("context_window")).toString();
            for (const QJsonValue& id : model.toObject().value(QLatin1String("ids")).toArray()) {
                book.m_entries.push_back({id.toString(), window, *period});
            }
        }
    }
    if (book.m_entries.empty()) return badBook(QStringLiteral("no prices in it"));
    const auto key = [](const Entry& entry) { return std::tie(entry.model, entry.contextWindow, entry.period.from); };
    std::sort(book.m_entries.begin(), book.m_entries.end(),
              [&key](const Entry& a, const Entry& b) { return key(a) < key(b); });
    const auto twice = std::adjacent_find(book.m_entries.begin(), book.m_entries.end(),
                                          [&key](const Entry& a, const Entry& b) { return key(a) == key(b); });
    if (twice != book.m_entries.end()) return badBook(twice->model + QStringLiteral(": two prices from the same day"));
    return book;
}

std::vector<PricePeriod> PriceBook::periods(const QString& model, const QString& serviceTier,
                                            const QString& contextWindow) const {
    const bool batch = serviceTier == QLatin1String("batch");
    if (!batch && serviceTier != QLatin1String("standard")) return {};
    const QString id = withoutDate(model);
    std::vector<PricePeriod> general;
    std::vector<PricePeriod> ownWindow;
    for (const Entry& entry : m_entries) {
        if (entry.model != id) continue;
        PricePeriod period = entry.period;
        if (batch) period.prices = halved(period.prices);
        if (entry.contextWindow.isEmpty()) general.push_back(period);
        if (!entry.contextWindow.isEmpty() && entry.contextWindow == contextWindow) ownWindow.push_back(period);
    }
    return ownWindow.empty() ? general : ownWindow;
}

std::vector<UtcDay> PriceBook::changes(const QString& model) const {
    const QString id = withoutDate(model);
    std::vector<UtcDay> days;
    for (const Entry& entry : m_entries) {
        if (entry.model == id) days.push_back(entry.period.from);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace tokenledger
