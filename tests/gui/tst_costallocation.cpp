// Allocated cost in the window: the Cost page by API key and team, what changed, and the dialog of teams.
#include "charts/costtrendchart.h"
#include "charts/format.h"
#include "charts/waterfall.h"
#include "tests/gui/guifixture.h"
#include "tests/storage/cachefixture.h"
#include "ui/costcontroller.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/textline.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QTableWidget>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

constexpr int Patience = 60'000;
const DateRange Filled = days("2026-09-01", "2026-11-18");
const DateRange Period = days("2026-10-20", "2026-11-18");
const QString Opus = QStringLiteral("claude-opus-5-5");

/// A hundred tokens of one key, three hundred of another, in November twice as many; a search that nobody did.
void fillCache(const QString& path) {
    const auto writer = valueOf(CacheWriter::open(path));
    const QDateTime now = at("2026-11-19T13:00:00Z");
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Halden Robotics")}, false,
                                      answered(now, Dataset::Organization)));
    UsagePageBuilder usage;
    CostPageBuilder cost;
    for (UtcDay when = Filled.first; when <= Filled.last; when = when + 1) {
        const std::int64_t times = when < Period.first ? 1 : 2;
        usage.bucket(
            when,
            {{u"wrkspc_a"_qs, u"apikey_1"_qs, Opus, u"standard"_qs, u"0-200k"_qs, tokens(0, 0, 0, 0, 100 * times)},
             {u"wrkspc_a"_qs, u"apikey_2"_qs, Opus, u"standard"_qs, u"0-200k"_qs, tokens(0, 0, 0, 0, 300 * times)}});
        cost.bucket(when, {{u"wrkspc_a"_qs, u"out"_qs, u"output_tokens"_qs, Opus, 4'000'000'000 * times},
                           {u"wrkspc_a"_qs, u"search"_qs, QString(), QString(), 100'000'000}});
    }
    valueOf(writer->storeUsage(usage.page(), Filled, true, answered(now)));
    valueOf(writer->storeCost(cost.page(), Filled, true, answered(now, Dataset::Cost)));
}

}  // namespace

class TestCostAllocation : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void keysAddUpToTheHeadline();
    void whatChangedIsExplained();
    void withoutComparisonThereIsNoCard();
    void teamsAreMadeInTheDialog();
    void teamsAddUpToTheHeadline();
    void nothingIsStoredThatDoesNotHold();

private:
    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(*m_window, name);
    }
    CostController& cost() { return *m_window->findChild<CostController*>(); }
    const CostBreakdown& shown() { return *cost().picture(); }
    void settle() {
        if (!QTest::qWaitFor([this] { return cost().isCurrent() && !cost().isBusy(); }, Patience)) qFatal("no picture");
    }
    void stackBy(const char* name) {
        on<QAbstractButton>(name).click();
        settle();
    }
    QDialog& openTeams() {
        on<QAction>("actionTeams").trigger();
        auto& dialog = on<QDialog>("teamsDialog");
        if (!QTest::qWaitFor([&dialog] { return find<Button>(dialog, "saveTeams").isEnabled(); }, Patience)) {
            qFatal("nothing read");
        }
        return dialog;
    }
    QString sentence() { return on<TextLine>("costSentence").accessibleName(); }

    GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestCostAllocation::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    fillCache(m_home.livePath());
    m_home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    FilterState filters;
    filters.period = PeriodPreset::Custom;
    filters.custom = Period;
    m_home.settings.setFilters(filters);
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(QTest::qWaitFor([this] { return m_window->controller().overview() != nullptr; }, Patience));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    settle();
}

void TestCostAllocation::keysAddUpToTheHeadline() {
    const Money headline = shown().range.total;
    QCOMPARE(headline.nano(), 30 * 8'100'000'000LL);
    stackBy("stackBy_api_key");
    QCOMPARE(shown().range.total, headline);
    QCOMPARE(shown().table.total, headline);
    std::map<QString, std::int64_t> totals;
    for (const auto& row : shown().rows) totals[row.value.id] = row.total->nano();
    const std::map<QString, std::int64_t> expected = {{u"apikey_1"_qs, 30 * 2'000'000'000LL},
                                                      {u"apikey_2"_qs, 30 * 6'000'000'000LL},
                                                      {u"(shared)"_qs, 30 * 100'000'000LL}};
    QVERIFY(totals == expected);
    QVERIFY2(sentence().contains(u"Allocated by tokens; $3.00 shared."_qs), qPrintable(sentence()));
    QCOMPARE(cost().tableReport().report, u"allocation"_qs);
    QVERIFY(m_window->controller().overview()->spend == headline);
}

void TestCostAllocation::whatChangedIsExplained() {
    auto& chart = on<Waterfall>("bridgeChart");
    QVERIFY(chart.isVisible());
    // Twice the tokens at the same price.
    QCOMPARE(chart.markText(0), u"Volume: +$120.00. tokens"_qs);
    QCOMPARE(chart.markText(1), u"Mix: $0.00. up to here $120.00. models"_qs);
    QCOMPARE(chart.markText(chart.markCount() - 1), u"Change: $120.00. in total"_qs);
    QCOMPARE(shown().sum.change->nano(), 120'000'000'000LL);
    emit chart.whyWanted(0);
    QWidget* popover = nullptr;
    QVERIFY(QTest::qWaitFor([&popover] { return (popover = QApplication::activePopupWidget()) != nullptr; }));
    QStringList texts;
    for (const QLabel* label : popover->findChildren<QLabel*>()) texts.append(label->text());
    popover->close();
    QVERIFY2(texts.contains(u"$120.00"_qs), qPrintable(texts.join(u'|')));
    auto& table = on<DataTable>("bridgeTable");
    const DisplayTable& rows = table.tableModel().shown();
    QCOMPARE(rows.rows.front().cells.front().text, u"Opus 5.5"_qs);
    QCOMPARE(rows.rows.back().cells[3].number, std::optional<std::int64_t>(120'000'000'000LL));
}

void TestCostAllocation::withoutComparisonThereIsNoCard() {
    FilterState filters = m_window->controller().filters();
    filters.comparison = Comparison::None;
    m_window->controller().setFilters(filters);
    settle();
    QVERIFY(!on<Waterfall>("bridgeChart").isVisible());
    filters.comparison = Comparison::PreviousPeriod;
    m_window->controller().setFilters(filters);
    settle();
    QVERIFY(on<Waterfall>("bridgeChart").isVisible());
}

void TestCostAllocation::teamsAreMadeInTheDialog() {
    QDialog& dialog = openTeams();
    m_home.dialogs.textAnswer = u"Robots"_qs;
    QTest::mouseClick(&find<Button>(dialog, "addTeam"), Qt::LeftButton);
    QCOMPARE(find<QListWidget>(dialog, "teamsList").count(), 1);
    auto& kind = find<QComboBox>(dialog, "memberKind");
    kind.setCurrentIndex(kind.findText(u"API key"_qs));
    auto& candidate = find<QComboBox>(dialog, "memberCandidate");
    candidate.setCurrentIndex(candidate.findData(u"apikey_1"_qs));
    QTest::mouseClick(&find<Button>(dialog, "addMember"), Qt::LeftButton);
    auto& members = find<QTableWidget>(dialog, "teamMembers");
    QCOMPARE(members.rowCount(), 1);
    members.item(0, 2)->setText(u"yesterday"_qs);
    QVERIFY(find<QLabel>(dialog, "teamsProblem").text().contains(u"\"yesterday\" is no day"_qs));
    QCOMPARE(members.item(0, 2)->text(), QString());
    members.item(0, 2)->setText(u"2026-11-01"_qs);
    QVERIFY(!find<QLabel>(dialog, "teamsProblem").isVisible());
    QTest::mouseClick(&find<Button>(dialog, "saveTeams"), Qt::LeftButton);
    QTRY_VERIFY(m_window->findChild<QDialog*>(u"teamsDialog"_qs) == nullptr);
}

void TestCostAllocation::teamsAddUpToTheHeadline() {
    stackBy("stackBy_team");
    QTRY_VERIFY(shown().rows.size() == 2);
    std::map<QString, std::int64_t> totals;
    for (const auto& row : shown().rows) totals[row.value.id] = row.total->nano();
    // Since 1 November: 18 days.
    QCOMPARE(totals[u"Robots"_qs], 18 * 2'000'000'000LL);
    QCOMPARE(totals[u"Robots"_qs] + totals[QString()], shown().range.total.nano());
    QCOMPARE(shown().range.total.nano(), 30 * 8'100'000'000LL);
}

void TestCostAllocation::nothingIsStoredThatDoesNotHold() {
    QDialog& dialog = openTeams();
    QCOMPARE(find<QTableWidget>(dialog, "teamMembers").item(0, 2)->text(), u"2026-11-01"_qs);
    m_home.dialogs.textAnswer = u"Others"_qs;
    QTest::mouseClick(&find<Button>(dialog, "addTeam"), Qt::LeftButton);
    auto& kind = find<QComboBox>(dialog, "memberKind");
    kind.setCurrentIndex(kind.findText(u"API key"_qs));
    auto& candidate = find<QComboBox>(dialog, "memberCandidate");
    candidate.setCurrentIndex(candidate.findData(u"apikey_1"_qs));
    QTest::mouseClick(&find<Button>(dialog, "addMember"), Qt::LeftButton);
    auto& save = find<Button>(dialog, "saveTeams");
    auto& problem = find<QLabel>(dialog, "teamsProblem");
    QVERIFY(!save.isEnabled());
    QVERIFY2(problem.text().contains(u"in the teams \"Others\" and \"Robots\""_qs), qPrintable(problem.text()));
    QTest::mouseClick(&find<Button>(dialog, "removeMember"), Qt::LeftButton);
    QVERIFY(save.isEnabled());
    auto& rule = find<QComboBox>(dialog, "sharedRule");
    rule.setCurrentIndex(rule.findText(u"Fixed parts"_qs));
    QVERIFY(!save.isEnabled());
    auto& parts = find<QTableWidget>(dialog, "fixedParts");
    QVERIFY(parts.isVisible());
    parts.item(0, 1)->setText(u"40"_qs);
    QVERIFY2(problem.text().contains(u"40 % together"_qs), qPrintable(problem.text()));
    parts.item(1, 1)->setText(u"60"_qs);
    QVERIFY(save.isEnabled());
    QTest::mouseClick(&save, Qt::LeftButton);
    QTRY_VERIFY(m_window->findChild<QDialog*>(u"teamsDialog"_qs) == nullptr);
    QTRY_VERIFY(shown().allocation->byRule.nano() == 30 * 100'000'000LL);
    QCOMPARE(shown().range.total.nano(), 30 * 8'100'000'000LL);
}

QTEST_MAIN(TestCostAllocation)
#include "tst_costallocation.moc"
