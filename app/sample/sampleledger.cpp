#include "app/sample/sampleledger.h"

#include "app/finance/allocationrule.h"
#include "app/finance/budget.h"
#include "app/finance/invoice.h"
#include "app/finance/kinds.h"
#include "app/finance/monthname.h"
#include "app/finance/team.h"
#include "app/sample/sampledata.h"
#include "app/sample/sampleorganization.h"

#include <map>

namespace tokenledger::sample {

namespace {

constexpr std::int64_t NanoPerCent = 10'000'000;
constexpr std::int64_t NanoPerDollar = 100 * NanoPerCent;
constexpr int GatewayDays = 45;
constexpr std::int64_t TokensPerRequest = 9'000;  // of input
constexpr std::int64_t FailuresPerMille = 7;

// Indexes of workspaces().
enum Workspace { Product, HelpDesk, Pipelines, Research };

Team teamOf(const char* name, const char* costCentre, Workspace workspace) {
    const QByteArray& id = workspaces()[workspace].id;
    return {QString::fromLatin1(name),
            QString::fromLatin1(costCentre),
            {{MemberKind::Workspace, QString::fromLatin1(id), std::nullopt, std::nullopt}}};
}

std::vector<Team> teams() {
    return {teamOf("Product", "4100", Product), teamOf("Customer care", "4300", HelpDesk),
            teamOf("Data platform", "4200", Pipelines), teamOf("Research", "4900", Research)};
}

Money dollars(std::int64_t amount) { return Money::fromNano(amount * NanoPerDollar); }

std::vector<Budget> budgets() {
    const auto idOf = [](Workspace workspace) { return QString::fromLatin1(workspaces()[workspace].id); };
    return {{QStringLiteral("Everything"), BudgetScope::Organization, {}, BudgetPeriod::Month, dollars(40'000)},
            {QStringLiteral("Product"), BudgetScope::Workspace, idOf(Product), BudgetPeriod::Month, dollars(18'000)},
            {QStringLiteral("Data pipelines"), BudgetScope::Workspace, idOf(Pipelines), BudgetPeriod::Month,
             dollars(8'000)},
            {QStringLiteral("Research"), BudgetScope::Team, QStringLiteral("Research"), BudgetPeriod::Quarter,
             dollars(9'000)},
            {QStringLiteral("Opus 5.5"), BudgetScope::Model, QStringLiteral("claude-opus-5-5"), BudgetPeriod::Month,
             dollars(9'000)}};
}

Money billOf(const DateRange& days) {
    std::int64_t nano = 0;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        for (const CostLine& line : costsOfDay(day, MinutesPerDay)) nano += line.amount.nano();
    }
    return Money::fromNano(divideHalfEven(nano, NanoPerCent) * NanoPerCent);
}

/// The cost report to the cent, and Priority Tier beside it.
Invoice invoiceOf(const DateRange& month) {
    const Money priority = dollars(1'250);
    Invoice invoice;
    invoice.number = QStringLiteral("FI-") + monthName(month.first);
    invoice.date = month.last + 3;
    invoice.amount = Money::fromNano(billOf(month).nano() + priority.nano());
    invoice.credits = dollars(500);
    invoice.taxPercent = 20'000'000;
    invoice.tax = taxOf(invoice.amount, invoice.credits, *invoice.taxPercent).value_or(Money());
    invoice.due = dueOf(invoice).value_or(Money());
    invoice.lines = {{QStringLiteral("Priority Tier"), priority}};
    return invoice;
}

/// A part of what was used that the gateway did not see, in permille.
std::int64_t missedOn(UtcDay day, int model) {
    if (day.toDate().day() == 4 && model == 5) return 34;  // an evening without its log
    return day.toDate().day() % 9 == 3 && model == 3 ? 2 : 0;
}

void addUse(TrackingMeasures& sum, const UsageMeasures& used, std::int64_t missed) {
    const auto add = [missed](std::optional<std::int64_t>& into, std::int64_t tokens) {
        into = into.value_or(0) + tokens - tokens * missed / 1'000;
    };
    add(sum.uncachedInput, used.uncachedInput);
    add(sum.cacheCreation5m, used.cacheCreation5m);
    add(sum.cacheCreation1h, used.cacheCreation1h);
    add(sum.cacheRead, used.cacheRead);
    add(sum.output, used.output);
}

std::vector<DefinitionChange> definitionsOn(UtcDay today) {
    std::vector<DefinitionChange> definitions;
    for (const Team& team : teams()) definitions.push_back({definitionkind::Team, team.name, teamBody(team)});
    const AllocationRule rule{SharingRule::Proportional, SharingRule::None, {}};
    definitions.push_back({definitionkind::AllocationRule, AllocationRuleName, allocationRuleBody(rule)});
    for (const Budget& budget : budgets()) definitions.push_back(toDefinition(budget));
    const DateRange lastMonth = monthOf(today.firstOfMonth() - 1);
    definitions.push_back({definitionkind::Invoice, monthName(lastMonth.first), toJson(invoiceOf(lastMonth))});
    return definitions;
}

std::vector<TrackingRecord> countedOn(const DateRange& days) {
    std::vector<TrackingRecord> records;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        std::map<int, TrackingMeasures> models;
        for (const Use& use : usageOfDay(day)) addUse(models[use.model], use.day, missedOn(day, use.model));
        for (auto& [model, measures] : models) {
            const std::int64_t input = *measures.uncachedInput + *measures.cacheRead;
            measures.requests = input / TokensPerRequest + 1;
            measures.successfulRequests = *measures.requests - *measures.requests * FailuresPerMille / 1'000;
            records.push_back({day, QString::fromLatin1(modelAt(model).id), measures});
        }
    }
    return records;
}

}  // namespace

LedgerBeginning ledgerOf(const Author& author) {
    const UtcDay today = UtcDay::fromDateTime(author.at);
    LedgerBeginning ledger;
    ledger.definitions = definitionsOn(today);
    ledger.tracking.author = author;
    ledger.tracking.source = QStringLiteral("Gateway");
    ledger.tracking.fileName = QStringLiteral("gateway.csv");
    ledger.tracking.days = {today - GatewayDays, today - 1};
    ledger.records = countedOn(ledger.tracking.days);
    ledger.tracking.fileRows = static_cast<std::int64_t>(ledger.records.size());
    return ledger;
}

}  // namespace tokenledger::sample
