// The page Data health in the real window, on a small cache whose every day is known.
#include "app/core/async.h"
#include "app/export/tablewriter.h"
#include "charts/completenessmap.h"
#include "tests/gui/guifixture.h"
#include "tests/gui/healthcache.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/sidebaritem.h"
#include "ui/widgets/synclogtable.h"
#include "ui/widgets/textline.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

constexpr int Patience = 60'000;
const std::vector<LogColumn> Columns{LogColumn::Time, LogColumn::Dataset, LogColumn::Request,  LogColumn::Status,
                                     LogColumn::Rows, LogColumn::Retries, LogColumn::Duration, LogColumn::RequestId};
enum Row : std::size_t { Usage, Cost, ClaudeCode };

}  // namespace

class TestDataHealth : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }

    void opensByItsKey();
    void mapShowsEveryState();
    void tellsOfTheChosenDay();
    void logIsTheReport();
    void logSortsFiltersAndCopies();
    void exportsTheLog();
    void restatementsAreShown();
    void sizesAndAges();
    void everyControlHasAName();
    void nothingIsCut_data();
    void nothingIsCut();
    void verifies();
    void backsUp();
    void saysWhyABackupWasNotMade();
    void asksBeforeItPurges();
    void purges();
    void retriesTheFailedDay();
    void readOnlySaysWhatCannotBeDone();

private:
    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(find<QWidget>(*m_window, "dataHealthPage"), name);
    }
    void click(const char* name) { QTest::mouseClick(&on<Button>(name), Qt::LeftButton); }
    [[nodiscard]] CompletenessMap& map() { return on<CompletenessMap>("completenessMap"); }
    [[nodiscard]] DayMark shown(Row row, UtcDay when) { return map().shownAs(map().markOf(row, when)); }
    [[nodiscard]] SyncLogTable& log() { return on<SyncLogTable>("syncLogTable"); }
    [[nodiscard]] QString dayDetail() { return on<QLabel>("dayDetailText").text(); }
    [[nodiscard]] Table report(const QString& name);
    [[nodiscard]] QString cutWidget() const;
    QWidget& askForPurge(const DateRange& range);

    GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestDataHealth::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    fillHealthCache(m_home.livePath());
    m_home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, Patience);
}

Table TestDataHealth::report(const QString& name) {
    std::optional<Result<Table>> answered;
    ReportRequest request;
    request.report = name;
    request.range = Period;
    whenDone(m_window->controller().session()->report(request), this,
             [&answered](const Result<Table>& result) { answered = result; });
    if (!QTest::qWaitFor([&answered] { return answered.has_value(); }, Patience)) qFatal("no report");
    return valueOf(*answered);
}

void TestDataHealth::opensByItsKey() {
    auto& item = find<SidebarItem>(*m_window, "navDataHealth");
    QCOMPARE(item.accessibleName(), QStringLiteral("Data health, 1 problem"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(*m_window, "dataHealthPage").isVisible());
    QCOMPARE(item.accessibleDescription(), QStringLiteral("current page"));
    QTRY_VERIFY_WITH_TIMEOUT(map().markCount() == 3 * Period.days(), Patience);
    QVERIFY(find<Button>(*m_window, "period").isVisible());
    QVERIFY(!find<Button>(*m_window, "compare").isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(*m_window, "overviewPage").isVisible());
    QVERIFY(find<Button>(*m_window, "compare").isVisible());
    QTest::mouseClick(&item, Qt::LeftButton);
    QTRY_VERIFY(map().isVisible());
    QCOMPARE(on<TextLine>("healthSentence").accessibleName(),
             QStringLiteral("1 day failed, 3 days were never fetched."));
}

void TestDataHealth::mapShowsEveryState() {
    for (UtcDay when = Period.first; when <= Period.last; when = when + 1) {
        // A day is final when it was fetched 72 hours after its end.
        const bool final = (when + 4).start() <= Now;
        const DayMark fetched = final ? DayMark::Final : DayMark::Provisional;
        QCOMPARE(shown(Cost, when), fetched);
        QCOMPARE(shown(Usage, when), Unasked.contains(when) ? DayMark::Missing : fetched);
        QCOMPARE(shown(ClaudeCode, when), when == Failed ? DayMark::Failed : fetched);
    }
    const auto& rows = map().data().rows;
    QCOMPARE(rows[Usage].count, QStringLiteral("23 of 30"));
    QCOMPARE(rows[Cost].count, QStringLiteral("26 of 30"));
    QCOMPARE(rows[ClaudeCode].count, QStringLiteral("25 of 30"));
}

void TestDataHealth::tellsOfTheChosenDay() {
    // Nothing is chosen: the newest failure is what matters.
    QVERIFY(dayDetail().contains(QStringLiteral("Claude Code, Wed 4 Nov 2026: failed.")));
    QVERIFY(dayDetail().contains(QStringLiteral("The server did not answer in time.")));
    auto& action = on<Button>("dayDetailAction");
    QCOMPARE(action.text(), QStringLiteral("Retry this day"));
    QVERIFY(action.isEnabled());
    QTest::mouseClick(&map(), Qt::LeftButton, {},
                      map().markRect(map().markOf(Usage, Unasked.first)).center().toPoint());
    QVERIFY(dayDetail().contains(QStringLiteral("Messages usage, Wed 21 Oct 2026: missing.")));
    QTest::keyClick(&map(), Qt::Key_Down);
    QVERIFY(dayDetail().contains(QStringLiteral("Cost report, Wed 21 Oct 2026: final.")));
    QVERIFY(!action.isVisible());
    QVERIFY(map().accessibleDescription().startsWith(QStringLiteral("Wed 21 Oct 2026: final. Cost report 1 day")));
    map().setCurrentMark(map().markOf(Cost, Period.last));
    QVERIFY(dayDetail().contains(QStringLiteral("may still change until 23 Nov")));
    map().setCurrentMark(-1);
}

void TestDataHealth::logIsTheReport() {
    const Table table = report(QStringLiteral("sync-log"));
    SyncLogModel& model = log().logModel();
    QTRY_COMPARE(static_cast<std::size_t>(model.rowCount()), table.rows.size());
    const QStringList header = SyncLogModel::plainHeader(Columns).split(QLatin1Char('\t'));
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        QCOMPARE(header.at(static_cast<int>(column)), table.columns[column].name);
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto& cells = table.rows[table.rows.size() - 1 - static_cast<std::size_t>(row)];  // newest first
        QStringList expected;
        for (const Cell& cell : cells) expected.append(cellText(cell));
        QCOMPARE(SyncLogModel::plainRow(model.log()->shownEntry(static_cast<std::size_t>(row)), Columns),
                 expected.join(QLatin1Char('\t')));
    }
    const auto text = [&model](int row, LogColumn column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(0, LogColumn::Time), QStringLiteral("19 Nov 13:01:00"));
    QCOMPARE(text(0, LogColumn::Request), QStringLiteral("4 Nov"));
    QCOMPARE(text(0, LogColumn::Status), QStringLiteral("504"));
    QCOMPARE(text(model.rowCount() - 2, LogColumn::Request), QStringLiteral("21 Oct – 1 Nov"));
}

void TestDataHealth::logSortsFiltersAndCopies() {
    log().selectRow(0);
    QVERIFY(on<QLabel>("answerDetailText")
                .text()
                .contains(QStringLiteral("The server did not answer in time. Tried 5 times.")));
    log().setFocus();
    QTest::keyClick(&log(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(1), SyncLogModel::plainRow(log().logModel().log()->shownEntry(0), Columns));

    log().sortByColumn(static_cast<int>(LogColumn::Rows), Qt::DescendingOrder);
    const auto topRows = [this] {
        return log().logModel().index(0, static_cast<int>(LogColumn::Rows)).data().toString();
    };
    QTRY_COMPARE(topRows(), QStringLiteral("30"));
    click("failedOnly");
    QTRY_COMPARE(log().logModel().rowCount(), 1);
    click("failedOnly");
    log().sortByColumn(static_cast<int>(LogColumn::Time), Qt::DescendingOrder);
    QTRY_VERIFY(log().logModel().rowCount() > 1 && topRows() == QStringLiteral("0"));
}

void TestDataHealth::exportsTheLog() {
    const QString path = m_home.path(QStringLiteral("log.csv"));
    m_home.dialogs.files = {path};
    click("exportLog");
    QTRY_VERIFY(QFileInfo::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), toCsv(report(QStringLiteral("sync-log"))));
}

void TestDataHealth::restatementsAreShown() {
    auto& table = on<DataTable>("restatementTable");
    QTRY_VERIFY(table.isVisible());
    const DisplayTable& shownTable = table.tableModel().shown();
    QCOMPARE(shownTable.rows.size(), report(QStringLiteral("restatements")).rows.size());
    QStringList cells;
    for (const DisplayCell& cell : shownTable.rows.front().cells) cells.append(cell.text);
    QCOMPARE(cells, QStringList({QStringLiteral("19 Nov 13:00"), QStringLiteral("cost"), QStringLiteral("30 Oct 2026"),
                                 cells.at(3), QStringLiteral("amount"), QStringLiteral("$1.50"),
                                 QStringLiteral("$2.00"), QStringLiteral("+$0.50")}));
    QVERIFY(cells.at(3).startsWith(QStringLiteral("w1 · ")) && cells.at(3).contains(QStringLiteral("Opus 5.5")));
    const Money before = Money::fromNano(1'500'000'000);
    const Money after = Money::fromNano(2'000'000'000);
    QVERIFY(table.selectedText().endsWith(
        QStringList{toExactString(before), toExactString(after), toExactString(*subtract(after, before))}.join(
            QLatin1Char('\t'))));
    QCOMPARE(on<TextLine>("cacheRestatements").accessibleName(), QStringLiteral("1 value of a final day"));
}

void TestDataHealth::sizesAndAges() {
    QCOMPARE(on<TextLine>("cachePath").accessibleName(), QStringLiteral("default.tokenledger"));
    QVERIFY(on<TextLine>("cacheSize").accessibleName().contains(QStringLiteral("schema version")));
    QCOMPARE(on<TextLine>("cache_usage").accessibleName(), QStringLiteral("27 rows · as of 19 Nov 13:00"));
    QCOMPARE(on<TextLine>("cache_cost").accessibleName(), QStringLiteral("30 rows · as of 19 Nov 13:00"));
    QCOMPARE(on<TextLine>("cache_claude-code").accessibleName(), QStringLiteral("29 rows · as of 19 Nov 13:00"));
    QVERIFY(find<TextLine>(*m_window, "statusProblem")
                .accessibleName()
                .contains(QStringLiteral("Usage: 3 days missing; Claude Code: 1 day failed")));
}

void TestDataHealth::everyControlHasAName() {
    int controls = 0;
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool control = button != nullptr || qobject_cast<const TableView*>(widget) != nullptr ||
                             qobject_cast<const ChartWidget*>(widget) != nullptr;
        if (!control || !widget->isVisible()) continue;
        ++controls;
        const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(widget->objectName()));
    }
    QVERIFY(controls > 15);
}

void TestDataHealth::nothingIsCut_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(1024, 640);
    QTest::newRow("small") << QSize(1280, 720);
    QTest::newRow("usual") << QSize(1440, 900);
}

/// A visible button or line whose text does not fit, or that reaches beyond the window.
QString TestDataHealth::cutWidget() const {
    for (const Button* button : m_window->findChildren<Button*>()) {
        if (!button->isVisible()) continue;
        if (button->width() < button->sizeHint().width() && !button->text().isEmpty()) return button->objectName();
        if (button->mapTo(m_window.get(), QPoint(button->width(), 0)).x() > m_window->width())
            return button->objectName();
    }
    for (const TextLine* line : m_window->findChildren<TextLine*>()) {
        // A folder may be longer than any card, and so may the gaps beside all else that the status bar says.
        const QStringList mayBeCut{QStringLiteral("cacheFolder"), QStringLiteral("statusProblem")};
        if (line->isVisible() && line->isCut() && !mayBeCut.contains(line->objectName())) return line->accessibleName();
    }
    return {};
}

void TestDataHealth::nothingIsCut() {
    QFETCH(QSize, size);
    m_window->resize(size);
    QTRY_COMPARE(m_window->size(), size);
    QTRY_COMPARE(cutWidget(), QString());
    CompletenessMap& shownMap = map();
    QTRY_COMPARE(shownMap.height(), shownMap.heightFor(shownMap.width()));
    m_window->resize(1440, 900);
}

void TestDataHealth::verifies() {
    click("verify");
    QTRY_COMPARE_WITH_TIMEOUT(on<Pill>("verifyResult").accessibleName(), QStringLiteral("verified 13:42, no problems"),
                              Patience);
    QVERIFY(on<Pill>("verifyResult").isVisible());
    QCOMPARE(on<Button>("verify").text(), QStringLiteral("Verify"));
}

void TestDataHealth::backsUp() {
    const QString path = m_home.path(QStringLiteral("copy.tokenledger"));
    m_home.dialogs.files = {path};
    click("backUp");
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), Patience);
    QCOMPARE(m_home.dialogs.asked.back().suggested, QStringLiteral("default-backup-2026-11-19.tokenledger"));
    const auto copy = valueOf(CacheReader::open(path));
    QVERIFY(valueOf(copy->verify()).empty());
    const auto cost = valueOf(copy->cost({Period, Interval::Total, {}, {}}));
    QCOMPARE(cost.front().measures, Money::fromNano(2'000'000'000LL * Period.days()));
    QTRY_COMPARE(on<TextLine>("cacheBackup").accessibleName(), QStringLiteral("13:42\u00a0UTC, copy.tokenledger"));
}

void TestDataHealth::saysWhyABackupWasNotMade() {
    const QString path = m_home.path(QStringLiteral("copy.tokenledger"));
    m_home.dialogs.files = {path};
    const auto before = m_home.dialogs.shown.size();
    click("backUp");
    QTRY_COMPARE(m_home.dialogs.shown.size(), before + 1);
    QVERIFY(m_home.dialogs.shown.back().more.contains(QStringLiteral("is there already")));
}

QWidget& TestDataHealth::askForPurge(const DateRange& range) {
    click("purge");
    auto* popup = m_window->findChild<QWidget*>(QStringLiteral("purgePopup"));
    if (popup == nullptr) qFatal("no purge popup");
    find<QDateEdit>(*popup, "customFirst").setDate(range.first.toDate());
    find<QDateEdit>(*popup, "customLast").setDate(range.last.toDate());
    return *popup;
}

void TestDataHealth::asksBeforeItPurges() {
    QWidget& popup = askForPurge(days("2026-11-03", "2026-11-05"));
    find<QCheckBox>(popup, "purge_usage").setChecked(false);
    const auto stored = [&popup] { return find<QLabel>(popup, "purgeStored").text(); };
    QTRY_COMPARE(stored(), QStringLiteral("Stored: Cost report 3 days, 3 rows; Claude Code 3 days, 2 rows"));
    m_home.dialogs.answers = {0};  // thinks better of it
    QTest::mouseClick(&find<Button>(popup, "purgeGo"), Qt::LeftButton);
    QVERIFY(m_home.dialogs.shown.back().text.contains(QStringLiteral("3 Nov – 5 Nov 2026")));
    QVERIFY(m_home.dialogs.shown.back().more.contains(QStringLiteral("Cost report 3 days, 3 rows")));
    QCOMPARE(shown(Cost, Failed), DayMark::Final);
}

void TestDataHealth::purges() {
    const DateRange gone = days("2026-11-03", "2026-11-05");
    QWidget& popup = askForPurge(gone);
    auto& go = find<Button>(popup, "purgeGo");
    QTRY_VERIFY(go.isEnabled());
    m_home.dialogs.answers = {1};
    QTest::mouseClick(&go, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(shown(Cost, gone.first), DayMark::Missing, Patience);
    for (const Row row : {Usage, Cost, ClaudeCode}) {
        for (UtcDay when = gone.first; when <= gone.last; when = when + 1) QCOMPARE(shown(row, when), DayMark::Missing);
    }
    QCOMPARE(shown(Cost, gone.last + 1), DayMark::Final);
    QTRY_COMPARE(m_window->controller().overview()->spend,
                 Money::fromNano(2'000'000'000LL * (Period.days() - gone.days())));
    QTRY_COMPARE(find<SidebarItem>(*m_window, "navDataHealth").accessibleName(), QStringLiteral("Data health"));
    QTRY_COMPARE(log().logModel().index(0, static_cast<int>(LogColumn::Request)).data().toString(),
                 QStringLiteral("purge of 3 Nov – 5 Nov"));
    QVERIFY(valueOf(valueOf(CacheReader::open(m_home.livePath()))->verify()).empty());
    const auto& audit = on<DataTable>("auditTable");
    QTRY_VERIFY(audit.isVisible());
    const QAbstractItemModel& lines = *audit.model();
    QStringList purges;  // beside the export of the log
    for (int row = 0; row < lines.rowCount(); ++row) {
        const QString action = lines.index(row, 2).data().toString();
        if (action == QStringLiteral("Purge")) purges << action;
    }
    QCOMPARE(purges.size(), 3);  // a dataset each
    QCOMPARE(lines.index(0, 2).data().toString(), QStringLiteral("Purge"));
    QVERIFY(lines.index(0, 4).data().toString().contains(QStringLiteral("2026-11-03 .. 2026-11-05")));
}

void TestDataHealth::retriesTheFailedDay() {
    map().setCurrentMark(map().markOf(ClaudeCode, Failed));
    m_home.network.willHang();
    QTest::mouseClick(&on<Button>("dayDetailAction"), Qt::LeftButton);
    QVERIFY(m_window->controller().isSyncing());
    QTRY_COMPARE(m_home.network.asked.size(), 1U);
    QVERIFY(!on<Button>("purge").isEnabled());
    QVERIFY(!on<Button>("purge").toolTip().isEmpty());
    m_window->controller().cancelSync();
    QTRY_VERIFY(!m_window->controller().isSyncing());
    QTRY_VERIFY(on<Button>("purge").isEnabled());
}

void TestDataHealth::readOnlySaysWhatCannotBeDone() {
    m_window->openFile(m_home.path(QStringLiteral("copy.tokenledger")));
    QTRY_VERIFY_WITH_TIMEOUT(map().isVisible() && map().markCount() > 0, Patience);
    QCOMPARE(shown(ClaudeCode, Failed), DayMark::Failed);  // as it was when it was copied
    QVERIFY(!on<Button>("purge").isEnabled());
    QVERIFY(on<Button>("purge").toolTip().contains(QStringLiteral("read-only")));
    QVERIFY(on<Button>("verify").isEnabled());
    QVERIFY(on<Button>("backUp").isEnabled());
    auto& retry = on<Button>("dayDetailAction");
    QVERIFY(!retry.isEnabled());
    QVERIFY(retry.toolTip().contains(QStringLiteral("read-only")));
}

QTEST_MAIN(TestDataHealth)
#include "tst_datahealth.moc"
