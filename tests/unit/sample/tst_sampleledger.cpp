// What the sample organization laid down holds by the rules for everybody's, and is about its own figures.
#include "app/finance/allocationrule.h"
#include "app/finance/budget.h"
#include "app/finance/invoice.h"
#include "app/finance/kinds.h"
#include "app/finance/team.h"
#include "app/sample/sampledata.h"
#include "app/sample/sampleledger.h"

#include <QTest>

#include <map>

using namespace tokenledger;

namespace {

const UtcDay Today = *UtcDay::fromIso(u"2026-11-19");

std::vector<DefinitionChange> ofKind(const QString& kind) {
    std::vector<DefinitionChange> found;
    for (const DefinitionChange& one : sample::ledgerOf({Today.start(), QStringLiteral("kim")}).definitions) {
        if (one.kind == kind) found.push_back(one);
    }
    return found;
}

}  // namespace

class SampleLedgerTest : public QObject {
    Q_OBJECT
private slots:
    void teamsDoNotOverlap();
    void theRuleHolds();
    void budgetsHold();
    void theInvoiceIsLastMonthsBill();
    void theGatewayMissesLittle();
};

void SampleLedgerTest::teamsDoNotOverlap() {
    std::vector<Team> teams;
    for (const DefinitionChange& one : ofKind(definitionkind::Team)) {
        const auto team = readTeam(one.name, one.body);
        QVERIFY2(team, team ? "" : qPrintable(team.error().message));
        teams.push_back(*team);
    }
    QVERIFY(teams.size() > 2);
    QVERIFY(TeamBook::make(teams));
}

void SampleLedgerTest::theRuleHolds() {
    const auto rules = ofKind(definitionkind::AllocationRule);
    QCOMPARE(rules.size(), std::size_t{1});
    QVERIFY(readAllocationRule(rules.front().body));
}

void SampleLedgerTest::budgetsHold() {
    const auto budgets = ofKind(definitionkind::Budget);
    QVERIFY(budgets.size() > 3);
    for (const DefinitionChange& one : budgets) {
        const auto budget = budgetFrom({one.kind, one.name, 1, {}, one.body});
        QVERIFY2(budget, budget ? "" : qPrintable(budget.error().message));
        QVERIFY(checkBudget(*budget));
    }
}

void SampleLedgerTest::theInvoiceIsLastMonthsBill() {
    const auto invoices = ofKind(definitionkind::Invoice);
    QCOMPARE(invoices.size(), std::size_t{1});
    QCOMPARE(invoices.front().name, QStringLiteral("2026-10"));
    const auto invoice = parseInvoice(invoices.front().body, invoices.front().name);
    QVERIFY2(invoice, invoice ? "" : qPrintable(invoice.error().message));
    std::int64_t nano = 0;
    for (UtcDay day = *UtcDay::fromIso(u"2026-10-01"); day <= *UtcDay::fromIso(u"2026-10-31"); day = day + 1) {
        for (const sample::CostLine& line : sample::costsOfDay(day, sample::MinutesPerDay)) nano += line.amount.nano();
    }
    const std::int64_t left = invoice->amount.nano() - invoice->lines.front().amount.nano() - nano;
    QVERIFY2(std::abs(left) <= 5'000'000, qPrintable(QString::number(left)));  // half a cent
}

void SampleLedgerTest::theGatewayMissesLittle() {
    const LedgerBeginning log = sample::ledgerOf({Today.start(), QStringLiteral("kim")});
    QCOMPARE(log.tracking.days.last, Today - 1);
    std::map<std::pair<UtcDay, QString>, std::int64_t> used;
    for (UtcDay day = log.tracking.days.first; day <= log.tracking.days.last; day = day + 1) {
        for (const sample::Use& use : sample::usageOfDay(day)) {
            used[{day, QString::fromLatin1(sample::modelAt(use.model).id)}] += use.day.output;
        }
    }
    int exact = 0;
    int less = 0;
    QCOMPARE(log.records.size(), used.size());
    for (const TrackingRecord& record : log.records) {
        const std::int64_t there = used.at({record.day, record.model});
        const std::int64_t counted = *record.measures.output;
        QVERIFY(counted <= there && counted >= there - there / 20);
        QVERIFY(*record.measures.successfulRequests <= *record.measures.requests);
        ++(counted == there ? exact : less);
    }
    QVERIFY(less > 0);
    QVERIFY(exact > 20 * less);
}

QTEST_GUILESS_MAIN(SampleLedgerTest)
#include "tst_sampleledger.moc"
