#include "app/reports/reportrunner.h"

namespace tokenledger {

namespace {

QString fromText(UtcDay from) { return from == UtcDay() ? QString() : from.toIso(); }
Cell toCell(const std::optional<UtcDay>& to) { return to ? Cell(to->toIso()) : Cell(); }

QString sourceText(const PriceBook& prices, bool yours) {
    if (yours) return QStringLiteral("your prices");
    const auto edition = prices.edition();
    return edition ? QStringLiteral("price book of %1").arg(edition->toIso()) : QStringLiteral("price book");
}

QString tierText(const PriceTerms& terms) { return terms.speed.isEmpty() ? terms.serviceTier : terms.speed; }

void addModel(const PriceBook& book, const ListedPrice& listed, Table& table) {
    const TokenPrices& prices = listed.period.prices;
    const std::pair<const char*, std::int64_t> kinds[] = {{"uncached_input", prices.uncachedInput},
                                                          {"cache_creation_5m", prices.cacheCreation5m},
                                                          {"cache_creation_1h", prices.cacheCreation1h},
                                                          {"cache_read", prices.cacheRead},
                                                          {"output", prices.output}};
    const QString rule = listed.period.estimate
                             ? QStringLiteral("depends on each prompt's length: computed dollars are estimates")
                             : QString();
    for (const auto& [kind, nano] : kinds) {
        table.rows.push_back({listed.model, listed.terms.contextWindow, tierText(listed.terms),
                              QString::fromLatin1(kind), Money::fromNano(nano), QStringLiteral("1000000 tokens"),
                              fromText(listed.period.from), toCell(listed.period.to),
                              sourceText(book, listed.period.yours), listed.period.discount, rule});
    }
}

void addFactor(const PriceBook& book, const GeoFactor& factor, Table& table) {
    QString times = toExactString(Money::fromNano(factor.nano));
    while (times.endsWith(u'0')) times.chop(1);
    table.rows.push_back(
        {factor.model, QString(), QStringLiteral("inference_geo ") + factor.geo, QStringLiteral("all"), Cell(),
         QString(), QString(), Cell(), sourceText(book, factor.yours), QString(),
         QStringLiteral("%1 times the price of every token kind; the usage report does not tell where").arg(times)});
}

void addOther(const PriceBook& book, const OtherPrice& other, Table& table) {
    table.rows.push_back({QString(), QString(), QString(), other.item, Money::fromNano(other.nano),
                          QStringLiteral("%1 %2").arg(other.units).arg(other.unit), fromText(other.from),
                          toCell(other.to), sourceText(book, other.yours), other.discount, other.rule});
}

}  // namespace

Result<void> runPrices(const ReportContext& context, Table& table) {
    const PriceBook& book = context.prices;
    for (const ListedPrice& listed : book.all()) addModel(book, listed, table);
    for (const GeoFactor& factor : book.geoFactors()) addFactor(book, factor, table);
    for (const OtherPrice& other : book.otherPrices()) addOther(book, other, table);
    const auto asOf = context.cache.asOf();
    if (!asOf) return failure(asOf.error());
    table.asOf = *asOf;
    return {};
}

}  // namespace tokenledger
