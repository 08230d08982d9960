// The real window on the sample organization: first run, figures, filters, export, read-only, themes, keys.
#include "app/core/async.h"
#include "app/export/tablewriter.h"
#include "charts/format.h"
#include "tests/gui/guifixture.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/statusbar.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/tile.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;

namespace {
constexpr int SyncPatience = 240'000;  // a debug build under a sanitizer on a busy machine
}

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }

    void showsTheSampleAfterTheFirstRun();
    void tilesSayWhatTheReportSays();
    void followsThePeriod();
    void goesBackAndForward();
    void filtersByModel();
    void saysThatCostIgnoresKeys();
    void exportsWhatTheReportSays();
    void tellsOfAFailedExport();
    void flipsAChartToItsTable();
    void sumsTheSelection();
    void copiesForSpreadsheets();
    void answersWhyThisNumber();
    void keysDoWhatTheMenusSay();
    void remembersItsState();
    void changesTheTheme();
    void everyControlHasAName();
    void nothingIsCut_data();
    void nothingIsCut();
    void opensReadOnlyWithoutAKey();
    void saysWhyACacheDoesNotOpen();

private:
    [[nodiscard]] Table report(const ReportRequest& request);
    void waitForPicture(const std::function<void()>& change);
    [[nodiscard]] QString cutWidget() const;
    [[nodiscard]] TileContent tile(const char* name) { return test::find<Tile>(*m_window, name).content(); }
    [[nodiscard]] QAction& action(const char* name) { return *m_window->findChild<QAction*>(QLatin1String(name)); }

    test::GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

Table TestMainWindow::report(const ReportRequest& request) {
    std::optional<Result<Table>> answer;
    whenDone(m_window->controller().session()->report(request), this,
             [&answer](const Result<Table>& result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, SyncPatience)) qFatal("no report");
    if (!*answer) qFatal("%s", qPrintable(answer->error().message));
    return **answer;
}

void TestMainWindow::waitForPicture(const std::function<void()>& change) {
    QSignalSpy ready(&m_window->controller(), &SessionController::overviewReady);
    change();
    QTRY_VERIFY(!ready.isEmpty());
}

void TestMainWindow::showsTheSampleAfterTheFirstRun() {
    QVERIFY(test::find<QWidget>(*m_window, "firstRunPage").isVisible());
    QVERIFY(!test::find<QWidget>(*m_window, "filterBar").isVisible());
    QSignalSpy finished(&m_window->controller(), &SessionController::syncFinished);
    QTest::mouseClick(&test::find<Button>(*m_window, "exploreSample"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), SyncPatience);
    QVERIFY(!m_window->controller().lastSync()->stoppedBy);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() && m_window->controller().overview()->cost.isComplete(),
                             SyncPatience);
    QTRY_COMPARE(m_window->windowTitle(), sampleOrganizationName() + QStringLiteral(" · Tokenledger"));
    QVERIFY(test::find<QWidget>(*m_window, "overviewPage").isVisible());
    QVERIFY(!test::find<QWidget>(*m_window, "syncPanel").isVisible());
    QCOMPARE(test::find<TextLine>(*m_window, "statusConnection").accessibleName(),
             QStringLiteral("Sample data, invented"));
    // 72 hours after a day's end it is final: of 21 Oct to 19 Nov, asked at 13:42, four are not.
    QCOMPARE(test::find<TextLine>(*m_window, "statusCompleteness").accessibleName(),
             QStringLiteral("26 of 30 days final, 4 provisional"));
}

void TestMainWindow::tilesSayWhatTheReportSays() {
    const DateRange range{UtcDay::fromDate(2026, 10, 21), UtcDay::fromDate(2026, 11, 19)};
    QCOMPARE(m_window->controller().range(), range);
    const Table cost = report({QStringLiteral("cost"), range, Interval::Total, {}, {}, false});
    const Money spend = std::get<Money>(cost.rows.at(0).back());
    QVERIFY(!spend.isZero());
    QCOMPARE(tile("tileSpend").value, formatMoney(spend));
    const Table usage = report({QStringLiteral("usage"), range, Interval::Total, {}, {}, false});
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i < usage.columns.size(); ++i) {
        if (usage.columns[i].name.endsWith(QLatin1String("_tokens")))
            tokens += std::get<std::int64_t>(usage.rows.at(0)[i]);
    }
    QCOMPARE(tile("tileTokens").exact, formatCount(tokens));
    const Table cache = report({QStringLiteral("cache"), range, Interval::Total, {}, {}, false});
    for (std::size_t i = 0; i < cache.columns.size(); ++i) {
        if (cache.columns[i].name == QLatin1String("net_saving_usd")) {
            QCOMPARE(tile("tileSaving").value, formatMoney(std::get<Money>(cache.rows.at(0)[i])));
        }
    }
}

void TestMainWindow::followsThePeriod() {
    waitForPicture([this] { test::choose(test::find<Button>(*m_window, "period"), QStringLiteral("Last month")); });
    const DateRange october{UtcDay::fromDate(2026, 10, 1), UtcDay::fromDate(2026, 10, 31)};
    QCOMPARE(m_window->controller().overview()->range, october);
    QCOMPARE(test::find<Button>(*m_window, "period").text(), QStringLiteral("Last month · October 2026"));
    const Table cost = report({QStringLiteral("cost"), october, Interval::Total, {}, {}, false});
    QCOMPARE(tile("tileSpend").value, formatMoney(std::get<Money>(cost.rows.at(0).back())));

    waitForPicture([this] { test::choose(test::find<Button>(*m_window, "period"), QStringLiteral("12 months")); });
    QCOMPARE(test::find<Button>(*m_window, "interval").text(), QStringLiteral("Auto (week)"));
    waitForPicture([this] { test::choose(test::find<Button>(*m_window, "interval"), QStringLiteral("Month")); });
    QCOMPARE(m_window->controller().overview()->periods.size(), std::size_t{13});  // 20 Nov 2025 .. 19 Nov 2026
    waitForPicture([this] { test::choose(test::find<Button>(*m_window, "compare"), QStringLiteral("None")); });
    QVERIFY(!m_window->controller().overview()->compared);
    QVERIFY(
        test::find<TextLine>(*m_window, "overviewSentence").accessibleName().startsWith(QStringLiteral("Spend was $")));
}

void TestMainWindow::goesBackAndForward() {
    const FilterState last = m_window->controller().filters();
    for (int i = 0; i < 4; ++i) waitForPicture([this] { action("actionBack").trigger(); });
    QCOMPARE(m_window->controller().filters(), FilterState());
    QVERIFY(!action("actionBack").isEnabled());
    for (int i = 0; i < 4; ++i) waitForPicture([this] { action("actionForward").trigger(); });
    QCOMPARE(m_window->controller().filters(), last);
    for (int i = 0; i < 4; ++i) waitForPicture([this] { action("actionBack").trigger(); });
}

void TestMainWindow::filtersByModel() {
    test::choose(test::find<Button>(*m_window, "addFilter"), QStringLiteral("filterBy_model"));
    auto* popup = m_window->findChild<QWidget*>(QStringLiteral("filterPopup"));
    QVERIFY(popup != nullptr);
    auto& list = test::find<QListWidget>(*popup, "filterList");
    const auto found = list.findItems(QStringLiteral("Opus 5.5"), Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    found.front()->setCheckState(Qt::Checked);
    const QString id = found.front()->toolTip();
    waitForPicture([popup] { QTest::mouseClick(&test::find<Button>(*popup, "filterApply"), Qt::LeftButton); });
    QVERIFY(test::find<Chip>(*m_window, "chip_model").isVisible());
    QCOMPARE(test::find<Chip>(*m_window, "chip_model").text(), QStringLiteral("Model: Opus 5.5"));
    const Table cost = report(
        {QStringLiteral("cost"), m_window->controller().range(), Interval::Total, {}, {{Dimension::Model, id}}, false});
    QCOMPARE(tile("tileSpend").value, formatMoney(std::get<Money>(cost.rows.at(0).back())));
    waitForPicture([this] { QTest::mouseClick(&test::find<Button>(*m_window, "resetFilters"), Qt::LeftButton); });
    QVERIFY(m_window->controller().filters().filters.empty());
}

void TestMainWindow::saysThatCostIgnoresKeys() {
    const QString before = tile("tileSpend").value;
    FilterState state;
    const Session::FilterValue key = m_window->controller().values(Dimension::ApiKey).back();
    state.setFilter(Dimension::ApiKey, {{key.term, key.value, key.name}});
    waitForPicture([&] { m_window->controller().setFilters(state); });
    QCOMPARE(tile("tileSpend").value, before);
    QVERIFY(test::find<QWidget>(*m_window, "notice").isVisible());
    QVERIFY(
        test::find<QLabel>(*m_window, "noticeText").text().contains(QStringLiteral("Cost is not known by API key.")));
    waitForPicture([this] { QTest::mouseClick(&test::find<Button>(*m_window, "noticeAction"), Qt::LeftButton); });
    QVERIFY(!test::find<QWidget>(*m_window, "notice").isVisible());
}

void TestMainWindow::exportsWhatTheReportSays() {
    const QString path = m_home.path(QStringLiteral("cost.csv"));
    m_home.dialogs.files = {path};
    test::choose(test::find<Button>(*m_window, "export"), QStringLiteral("Cost by model..."));
    QTRY_VERIFY(QFileInfo::exists(path));
    QCOMPARE(m_home.dialogs.asked.back().suggested, QStringLiteral("cost-by-model-2026-10-21-to-2026-11-19.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QCOMPARE(
        written,
        toCsv(report(
            {QStringLiteral("cost"), m_window->controller().range(), Interval::Day, {Dimension::Model}, {}, false})));
    QVERIFY(written.startsWith("period,model,amount_usd\r\n"));
    QTRY_COMPARE(test::find<TextLine>(*m_window, "statusSelection").accessibleName(), QStringLiteral("Saved cost.csv"));

    const QString changes = m_home.path(QStringLiteral("changes.csv"));
    m_home.dialogs.files = {changes};
    test::choose(test::find<Button>(*m_window, "export"), QStringLiteral("Changes table..."));
    QFile table(changes);
    QTRY_VERIFY(table.exists());
    QVERIFY(table.open(QIODevice::ReadOnly));
    const auto lines = table.readAll().split('\n');
    QCOMPARE(static_cast<std::size_t>(lines.size()), m_window->controller().overview()->changes.size() + 2);
}

void TestMainWindow::tellsOfAFailedExport() {
    m_home.dialogs.files = {m_home.path(QStringLiteral("no-such-folder/cost.csv"))};
    const auto before = m_home.dialogs.shown.size();
    test::choose(test::find<Button>(*m_window, "export"), QStringLiteral("Model distribution..."));
    QTRY_COMPARE(m_home.dialogs.shown.size(), before + 1);
    QVERIFY(m_home.dialogs.shown.back().more.contains(QStringLiteral("no-such-folder")));
}

void TestMainWindow::flipsAChartToItsTable() {
    test::choose(test::find<Button>(*m_window, "donutCardMenu"), QStringLiteral("Show as table"));
    auto& table = test::find<DataTable>(*m_window, "donutTable");
    QVERIFY(table.isVisible());
    QVERIFY(!test::find<QWidget>(*m_window, "donutChart").isVisible());
    const DisplayTable& shown = table.tableModel().shown();
    QCOMPARE(shown.rows.back().cells.at(1).text, tile("tileSpend").value);
    test::choose(test::find<Button>(*m_window, "donutCardMenu"), QStringLiteral("Show as chart"));
    QVERIFY(test::find<QWidget>(*m_window, "donutChart").isVisible());
}

void TestMainWindow::sumsTheSelection() {
    auto& table = test::find<DataTable>(*m_window, "changesTable");
    table.selectionModel()->select(table.model()->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table.selectionModel()->select(table.model()->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const auto& changes = m_window->controller().overview()->changes;
    const Money sum = *add(changes[0].costOfWholeDays, changes[1].costOfWholeDays);
    const QString said = test::find<TextLine>(*m_window, "statusSelection").accessibleName();
    QVERIFY2(said.startsWith(QStringLiteral("2 rows selected · Cost %1").arg(formatMoney(sum))), qPrintable(said));
    table.clearSelection();
    QVERIFY(!test::find<TextLine>(*m_window, "statusSelection").isVisible());
}

void TestMainWindow::copiesForSpreadsheets() {
    auto& table = test::find<DataTable>(*m_window, "changesTable");
    table.selectRow(0);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0), QStringLiteral("Workspace\tModel\tCost\tChange"));
    const auto& row = m_window->controller().overview()->changes.front();
    QCOMPARE(lines.at(1).split(QLatin1Char('\t')).at(2), toExactString(row.costOfWholeDays));
    table.clearSelection();
}

void TestMainWindow::answersWhyThisNumber() {
    QTest::mouseClick(&test::find<Button>(*m_window, "tileSpendWhy"), Qt::LeftButton);
    QWidget* popover = QApplication::activePopupWidget();
    QVERIFY(popover != nullptr);
    QStringList texts;
    for (const QLabel* label : popover->findChildren<QLabel*>()) texts.append(label->text());
    QVERIFY(texts.contains(tile("tileSpend").exact));
    QVERIFY(texts.contains(QStringLiteral("26 of 30 days final, 4 provisional")));
    QTest::keyClick(popover, Qt::Key_Escape);
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
}

void TestMainWindow::keysDoWhatTheMenusSay() {
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr);
    QApplication::activePopupWidget()->close();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr);
    QApplication::activePopupWidget()->close();
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QDialog* help = nullptr;
    QTRY_VERIFY((help = m_window->findChild<QDialog*>(QStringLiteral("measuresHelp"))) != nullptr);
    help->close();
    QSignalSpy synced(&m_window->controller(), &SessionController::syncFinished);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!synced.isEmpty(), SyncPatience);
}

void TestMainWindow::remembersItsState() {
    waitForPicture([this] { test::choose(test::find<Button>(*m_window, "period"), QStringLiteral("Last 7 days")); });
    m_window->close();
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->start();
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, SyncPatience);
    QCOMPARE(m_window->controller().overview()->range.days(), 7);
    QVERIFY(!m_window->controller().isSyncing());
    waitForPicture([this] { test::choose(test::find<Button>(*m_window, "period"), QStringLiteral("Last 30 days")); });
}

void TestMainWindow::changesTheTheme() {
    const auto cardColour = [this] {
        const QImage picture = m_window->grab().toImage();
        const QWidget& card = test::find<QWidget>(*m_window, "donutCard");
        return picture.pixelColor(card.mapTo(m_window.get(), QPoint(card.width() / 2, 4)));
    };
    QCOMPARE(cardColour(), palette(Theme::Light).card);
    action("actionThemeDark").trigger();
    QTRY_COMPARE(cardColour(), palette(Theme::Dark).card);
    QCOMPARE(m_home.settings.theme(), ThemeChoice::Dark);
    action("actionThemeLight").trigger();
    QTRY_COMPARE(cardColour(), palette(Theme::Light).card);
}

void TestMainWindow::everyControlHasAName() {
    int controls = 0;
    for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
        if (!button->isVisible()) continue;
        ++controls;
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), qPrintable(button->objectName()));
    }
    for (const DataTable* table : m_window->findChildren<DataTable*>())
        QVERIFY2(!table->accessibleName().isEmpty(), qPrintable(table->objectName()));
    QVERIFY(controls > 15);
}

void TestMainWindow::nothingIsCut_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(1024, 640);
    QTest::newRow("small") << QSize(1280, 720);
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("large") << QSize(1920, 1080);
}

/// A visible button, line or tile whose text does not fit, or that reaches beyond the window.
QString TestMainWindow::cutWidget() const {
    for (const Button* button : m_window->findChildren<Button*>()) {
        if (!button->isVisible()) continue;
        const QPoint right = button->mapTo(m_window.get(), QPoint(button->width(), 0));
        if (button->width() < button->sizeHint().width() && !button->text().isEmpty()) return button->objectName();
        if (right.x() > m_window->width()) return button->objectName();
    }
    for (const TextLine* line : m_window->findChildren<TextLine*>()) {
        if (line->isVisible() && line->isCut()) return line->accessibleName();
    }
    for (const Tile* one : m_window->findChildren<Tile*>()) {
        if (one->isCut()) return one->accessibleName();
    }
    return {};
}

void TestMainWindow::nothingIsCut() {
    QFETCH(QSize, size);
    m_window->resize(size);
    QTRY_COMPARE(m_window->size(), size);
    QTRY_COMPARE(cutWidget(), QString());  // layouts follow a turn of the event loop later
    m_window->resize(1440, 900);
}

void TestMainWindow::opensReadOnlyWithoutAKey() {
    const QString copy = m_home.path(QStringLiteral("from a colleague.tokenledger"));
    const QString spend = tile("tileSpend").value;
    m_window->showFirstRun();  // lets go of the sample's cache
    QVERIFY(QFile::copy(m_home.samplePath(), copy));
    m_home.dialogs.files = {copy};
    action("actionOpenCache").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(test::find<TextLine>(*m_window, "statusConnection").accessibleName(),
                              QStringLiteral("Read-only cache"), SyncPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, SyncPatience);
    QCOMPARE(tile("tileSpend").value, spend);
    QVERIFY(!action("actionSync").isEnabled());
    QVERIFY(!test::find<Button>(*m_window, "sync").isVisible());
    QVERIFY(test::find<QLabel>(*m_window, "noticeText").text().contains(QStringLiteral("Read-only cache.")));
    QVERIFY(m_home.secrets.entries.empty());
}

void TestMainWindow::saysWhyACacheDoesNotOpen() {
    const QString path = m_home.path(QStringLiteral("letter.tokenledger"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("Dear Sir or Madam, this is no database. ").repeated(200));
    file.close();
    m_home.dialogs.files = {path};
    action("actionOpenCache").trigger();
    auto& page = test::find<QWidget>(*m_window, "openFailedPage");
    QTRY_VERIFY(page.isVisible());
    QVERIFY(!test::find<QLabel>(page, "stateText").text().isEmpty());
    QVERIFY(!test::find<QWidget>(*m_window, "filterBar").isVisible());
    QTest::mouseClick(&test::find<Button>(page, "stateSecond"), Qt::LeftButton);
    QVERIFY(test::find<QWidget>(*m_window, "firstRunPage").isVisible());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
