// What explains a month's difference, from a small cache: late data, rounding, geography, days that only one report
// has, priority tier. Figures by hand.
#include "app/finance/kinds.h"
#include "app/reports/monthreconciliation.h"
#include "app/reports/report.h"
#include "tests/unit/reports/smallcache.h"

#include <QTest>

using namespace tokenledger;

namespace {

const DateRange October{UtcDay::fromDate(2026, 10, 1), UtcDay::fromDate(2026, 10, 31)};
const char* const Opus = "claude-opus-5-5";
const char* const Input = "uncached_input_tokens";

UsageMeasures input(std::int64_t tokens) {
    UsageMeasures measures;
    measures.uncachedInput = tokens;
    return measures;
}
QDateTime seen(const char* iso) { return noonOf(isoDay(iso)); }

MonthReconciliation october(const SmallCache& cache, const PriceBook& prices = PriceBook::builtIn()) {
    auto month = reconcileMonth(*cache.reader(), October.first, prices);
    if (!month) qFatal("%s", qPrintable(month.error().message));
    return *std::move(month);
}

const ReconciledItem& itemOf(const MonthReconciliation& month, const char* id) {
    for (const ReconciledItem& item : month.items) {
        if (item.row.input.id == QLatin1String(id)) return item;
    }
    qFatal("no item %s", id);
}

}  // namespace

class TestMonthReconciliation : public QObject {
    Q_OBJECT
private slots:
    void everythingAgrees() {
        SmallCache cache;
        cache.usage(October, seen("2026-11-10"),
                    {{"2026-10-01", nullptr, nullptr, Opus, "standard", input(10'000'000)}});
        cache.cost(October, seen("2026-11-10"),
                   {{"2026-10-01", nullptr, "Opus", Opus, Input, "standard", 40'000'000'000}});
        const auto month = october(cache);
        QVERIFY(month.match.causes.empty() && !month.isOpen());
        QCOMPARE(month.match.residual, Money());
        QCOMPARE(month.models, 1);
        QCOMPARE(month.pricedModels, 1);
        QCOMPARE(month.cost.finalDays, 31);
        const auto& origins = itemOf(month, Opus).origins;
        QCOMPARE(origins.size(), 1U);
        QVERIFY(!origins.front().yours && origins.front().discount.isEmpty());
    }

    // $4 become $3.40 by a discount of 15 %: the bill of $34 agrees, that of the list would not.
    void discountsAreInTokensXPrice() {
        SmallCache cache;
        cache.usage(October, seen("2026-11-10"),
                    {{"2026-10-06", nullptr, nullptr, Opus, "standard", input(10'000'000)}});
        cache.cost(October, seen("2026-11-10"),
                   {{"2026-10-06", nullptr, "Opus", Opus, Input, "standard", 34'000'000'000}});
        const auto own = PriceBook::parse(
            "{\"discounts\":[{\"name\":\"Contract\",\"from\":\"2026-10-05\",\"to\":\"2026-10-06\",\"percent\":\"15\"}]"
            "}");
        const auto month = october(cache, PriceBook::builtIn().overriddenBy(*own));
        QVERIFY(month.match.causes.empty());
        QCOMPARE(itemOf(month, Opus).origins.front().discount, QStringLiteral("Contract"));
        QCOMPARE(itemOf(month, Opus).origins.front().from, isoDay("2026-10-05"));
        QCOMPARE(october(cache).match.residual.nano(), -6'000'000'000);
    }

    // The bill of a final day goes from 40 to 39 dollars: late data. With the tokens of that dollar it is none.
    void lateData() {
        SmallCache cache;
        cache.usage(October, seen("2026-11-10"),
                    {{"2026-10-31", nullptr, nullptr, Opus, "standard", input(10'000'000)}});
        cache.cost(October, seen("2026-11-10"),
                   {{"2026-10-31", nullptr, "Opus", Opus, Input, "standard", 40'000'000'000}});
        cache.cost(October, seen("2026-11-12"),
                   {{"2026-10-31", nullptr, "Opus", Opus, Input, "standard", 39'000'000'000}});
        auto month = october(cache);
        QCOMPARE(month.match.sumOf(CauseKind::LateData).nano(), -1'000'000'000);
        QCOMPARE(month.match.causes.size(), 1U);
        QCOMPARE(month.late.nano(), -1'000'000'000);
        QCOMPARE(month.lateSeenAt, seen("2026-11-12"));
        QCOMPARE(itemOf(month, Opus).row.input.lateDays, std::vector<UtcDay>{isoDay("2026-10-31")});
        cache.usage(October, seen("2026-11-13"),
                    {{"2026-10-31", nullptr, nullptr, Opus, "standard", input(9'750'000)}});
        month = october(cache);
        QVERIFY(month.match.causes.empty());
        QCOMPARE(itemOf(month, Opus).row.input.late, Money());
    }

    // Two lines of whole cents may be a cent off together.
    void rounding() {
        SmallCache cache;
        cache.usage(October, seen("2026-11-10"),
                    {{"2026-10-01", nullptr, nullptr, Opus, "standard", input(1'001'000)},    // 4.004
                     {"2026-10-02", nullptr, nullptr, Opus, "standard", input(1'001'000)}});  // 4.004
        cache.cost(October, seen("2026-11-10"),
                   {{"2026-10-01", nullptr, "Opus", Opus, Input, "standard", 4'000'000'000},
                    {"2026-10-02", nullptr, "Opus", Opus, Input, "standard", 4'010'000'000}});
        auto month = october(cache);
        QCOMPARE(month.lastPlace, 10'000'000);
        QCOMPARE(itemOf(month, Opus).row.input.roundingBound.nano(), 10'000'010);
        QCOMPARE(month.match.sumOf(CauseKind::Rounding).nano(), 2'000'000);
        SmallCache more;
        more.usage(October, seen("2026-11-10"), {{"2026-10-01", nullptr, nullptr, Opus, "standard", input(1'001'000)}});
        more.cost(October, seen("2026-11-10"),
                  {{"2026-10-01", nullptr, "Opus", Opus, Input, "standard", 4'010'000'000}});
        month = october(more);  // one line of cents can be half a cent off, and this is 0.6
        QCOMPARE(month.match.sumOf(CauseKind::Rounding), Money());
        QCOMPARE(month.match.sumOf(CauseKind::Unexplained).nano(), 6'000'000);
    }

    // Usage of 1 October without its cost, cost of 2 October without its usage.
    void daysThatOneReportLacks() {
        SmallCache cache;
        cache.usage({isoDay("2026-10-01"), isoDay("2026-10-01")}, seen("2026-11-10"),
                    {{"2026-10-01", nullptr, nullptr, Opus, "standard", input(1'000'000)}});
        cache.cost({isoDay("2026-10-02"), isoDay("2026-10-02")}, seen("2026-11-10"),
                   {{"2026-10-02", nullptr, "Opus", Opus, Input, "standard", 7'000'000'000}});
        const auto month = october(cache);
        QCOMPARE(month.match.sumOf(CauseKind::MissingDays).nano(), 3'000'000'000);  // 7 - 4
        QCOMPARE(month.match.causes.size(), 1U);
        QCOMPARE(itemOf(month, Opus).row.input.oneSidedDays.size(), 2U);
    }

    // Half of the tokens in the US at 1.1 times: 4 + 4.40 billed, 8 by the list.
    void geography() {
        SmallCache cache;
        cache.usage(October, seen("2026-11-10"),
                    {{"2026-10-01", nullptr, nullptr, Opus, "standard", input(2'000'000)}});
        CostPage page;
        page.grouping = {Dimension::Workspace,     Dimension::Description, Dimension::CostType,
                         Dimension::TokenType,     Dimension::Model,       Dimension::ServiceTier,
                         Dimension::ContextWindow, Dimension::InferenceGeo};
        const auto add = [&page](const char* geo, std::int64_t nano) {
            const auto term = [&page](const char* text) { return page.terms.intern(text); };
            page.rows.push_back({PoolNull, term("Opus"), term("tokens"), term(Input), term(Opus), term("standard"),
                                 term("0-200k"), term(geo), Money::fromNano(nano)});
        };
        add("global", 4'000'000'000);
        add("us", 4'400'000'000);
        page.buckets.push_back({October.first.startSeconds(), 0, 2, {}});
        QVERIFY(cache.writer().storeCost(page, {October.first, October.first}, true,
                                         SmallCache::log(Dataset::Cost, seen("2026-11-10"))));
        cache.cost({isoDay("2026-10-02"), October.last}, seen("2026-11-10"), {});
        const auto month = october(cache);
        QCOMPARE(month.match.sumOf(CauseKind::Geography).nano(), 400'000'000);
        QCOMPARE(month.match.causes.size(), 1U);
    }

    void priorityTierIsApart() {
        SmallCache cache;
        cache.usage(October, seen("2026-11-10"), {{"2026-10-01", nullptr, nullptr, Opus, "priority", input(5'000)}});
        cache.cost(October, seen("2026-11-10"), {});
        const auto month = october(cache);
        QCOMPARE(month.priorityTokens, 5'000);
        QVERIFY(month.items.empty() && month.match.causes.empty());
    }

    // The invoice is of before a late change: what the cost report lost since, the invoice still has.
    void anInvoiceFromBeforeALateChange() {
        SmallCache cache;
        cache.usage(October, seen("2026-11-10"),
                    {{"2026-10-31", nullptr, nullptr, Opus, "standard", input(10'000'000)}});
        cache.cost(October, seen("2026-11-10"),
                   {{"2026-10-31", nullptr, "Opus", Opus, Input, "standard", 41'000'000'000}});
        cache.cost(October, seen("2026-11-12"),
                   {{"2026-10-31", nullptr, "Opus", Opus, Input, "standard", 40'000'000'000}});
        Invoice invoice;
        invoice.number = QStringLiteral("HR-10");
        invoice.date = isoDay("2026-11-11");
        invoice.amount = invoice.due = Money::fromNano(41'000'000'000);
        const Author kim{seen("2026-11-15"), QStringLiteral("kim")};
        QVERIFY(cache.writer().storeDefinitions({{definitionkind::Invoice, QStringLiteral("2026-10"), toJson(invoice)}},
                                                kim));
        const auto month = october(cache);
        QCOMPARE(month.match.residual.nano(), 1'000'000'000);
        QCOMPARE(month.match.causes.size(), 1U);
        QCOMPARE(month.match.causes.front(),
                 (MatchCause{CauseKind::LateData, {}, true, Money::fromNano(1'000'000'000)}));
        QCOMPARE(month.invoice->author.by, QStringLiteral("kim"));
    }

    void limitsAndAcceptanceAreTheOrganizations() {
        SmallCache cache;
        cache.usage(October, seen("2026-11-10"),
                    {{"2026-10-01", nullptr, nullptr, Opus, "standard", input(10'000'000)}});
        cache.cost(October, seen("2026-11-10"),
                   {{"2026-10-01", nullptr, "Opus", Opus, Input, "standard", 42'000'000'000}});
        QVERIFY(october(cache).isOpen());
        const Author kim{seen("2026-11-15"), QStringLiteral("kim")};
        const auto accept = [&](std::int64_t nano) {
            const AcceptedDifference accepted{Money::fromNano(nano), QStringLiteral("known")};
            const QString name = acceptedName(QStringLiteral("2026-10"), QString::fromLatin1(Opus));
            QVERIFY(
                cache.writer().storeDefinitions({{definitionkind::AcceptedDifference, name, toJson(accepted)}}, kim));
        };
        accept(1'000'000'000);
        QVERIFY(october(cache).isOpen());  // another difference than the accepted one
        accept(2'000'000'000);
        QVERIFY(!october(cache).isOpen());
        QVERIFY(cache.writer().storeDefinitions(
            {{definitionkind::AcceptedDifference,
              acceptedName(QStringLiteral("2026-10"), QString::fromLatin1(Opus)),
              {}},
             {definitionkind::MatchLimits, QStringLiteral("limits"), toJson(MatchLimits{1'000'000, 10'000'000})}},
            kim));
        QVERIFY(!october(cache).isOpen());  // 4.76 % is close below 10 %
    }
};

QTEST_GUILESS_MAIN(TestMonthReconciliation)
#include "tst_monthreconciliation.moc"
