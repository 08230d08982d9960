// The Cost page in the real window, on a small cache whose every amount is known.
#include "app/core/async.h"
#include "app/export/tablewriter.h"
#include "charts/costtrendchart.h"
#include "charts/format.h"
#include "tests/gui/guifixture.h"
#include "tests/storage/cachefixture.h"
#include "ui/costcontroller.h"
#include "ui/pages/costbreakdownpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/sidebaritem.h"
#include "ui/widgets/textline.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

constexpr int Patience = 60'000;
const DateRange Filled = days("2026-09-01", "2026-11-18");
const DateRange Period = days("2026-10-20", "2026-11-18");
const UtcDay Clicked = day("2026-11-10");
constexpr int Workspaces = 10;
const QStringList Models{QStringLiteral("claude-opus-5-5"),
                         QStringLiteral("claude-sonnet-5-5"),
                         QStringLiteral("claude-haiku-5-5"),
                         QStringLiteral("claude-opus-4-8"),
                         QStringLiteral("claude-sonnet-5"),
                         QStringLiteral("claude-haiku-4-5"),
                         {}};

/// Workspace 0 is the default one; no two amounts of a day are alike.
std::vector<CostInput> billOf(UtcDay when) {
    std::vector<CostInput> rows;
    for (int w = 0; w < Workspaces; ++w) {
        for (int m = 0; m < Models.size(); ++m) {
            if ((when.number() + w + m) % 4 == 0) continue;
            const QString workspace = w == 0 ? QString() : QStringLiteral("wrkspc_%1").arg(w);
            const std::int64_t nano = 10'000'003LL * (w + 1) * (m + 2) * (when.number() % 13 + 1);
            rows.push_back({workspace, QStringLiteral("in"), QStringLiteral("uncached_input_tokens"), Models[m], nano});
            rows.push_back(
                {workspace, QStringLiteral("out"), QStringLiteral("output_tokens"), Models[m], nano * 3 + 1});
        }
    }
    return rows;
}

std::int64_t sumOf(const DateRange& range) {
    std::int64_t sum = 0;
    for (UtcDay when = range.first; when <= range.last; when = when + 1) {
        for (const CostInput& row : billOf(when)) sum += row.nano;
    }
    return sum;
}

void fillCache(const QString& path) {
    const auto writer = valueOf(CacheWriter::open(path));
    const QDateTime now = at("2026-11-19T13:00:00Z");
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Halden Robotics")}, false,
                                      answered(now, Dataset::Organization)));
    CostPageBuilder page;
    for (UtcDay when = Filled.first; when <= Filled.last; when = when + 1) page.bucket(when, billOf(when));
    valueOf(writer->storeCost(page.page(), Filled, true, answered(now, Dataset::Cost)));
}

}  // namespace

class TestCostPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }

    void opensByItsKey();
    void figuresAreTheReport();
    void tableIsTheReport();
    void tellsWhereAFigureComesFrom();
    void aBarFiltersTheTable();
    void barsAndChipByKeyboard();
    void aNarrowChartKeepsItsSelection();
    void newerPicturesSupersede();
    void rowsOpen();
    void rowsOpenByKeyboard();
    void sortsByEveryColumn();
    void copiesForSpreadsheets();
    void stacksByAnything();
    void columnsAreChosen();
    void followsTheFilterBar();
    void exportsWhatTheReportSays();
    void answersWhyThisNumber();
    void changesTheTheme();
    void everyControlHasANameAndARole();
    void nothingIsCut_data();
    void nothingIsCut();
    void remembersItsView();

private:
    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(find<QWidget>(*m_window, "costPage"), name);
    }
    [[nodiscard]] CostController& cost() { return *m_window->findChild<CostController*>(); }
    [[nodiscard]] const CostBreakdown& shown() { return *cost().breakdown(); }
    [[nodiscard]] DataTable& table() { return on<DataTable>("costPivot"); }
    [[nodiscard]] CostTrendChart& chart() { return on<CostTrendChart>("costBreakdownChart"); }
    [[nodiscard]] QStringList firstColumn();
    [[nodiscard]] DisplayCell totalCell(const QString& column, int row = -1);
    [[nodiscard]] std::vector<std::int64_t> amounts(const Table& report);
    [[nodiscard]] Table report(const ReportRequest& request);
    [[nodiscard]] QString status() { return find<TextLine>(*m_window, "statusSelection").accessibleName(); }
    void openPage();
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(cost().isCurrent(), Patience); }
    void clickBar(UtcDay when);
    QStringList popoverTexts();

    GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestCostPage::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    fillCache(m_home.livePath());
    m_home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    FilterState filters;
    filters.period = PeriodPreset::Custom;
    filters.custom = Period;
    m_home.settings.setFilters(filters);
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    openPage();
}

void TestCostPage::openPage() {
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, Patience);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    settle();
}

Table TestCostPage::report(const ReportRequest& request) {
    std::optional<Result<Table>> answered;
    whenDone(m_window->controller().session()->report(request), this,
             [&answered](const Result<Table>& result) { answered = result; });
    if (!QTest::qWaitFor([&answered] { return answered.has_value(); }, Patience)) qFatal("no report");
    return valueOf(*answered);
}

std::vector<std::int64_t> TestCostPage::amounts(const Table& report) {
    std::vector<std::int64_t> all;
    for (const auto& row : report.rows) all.push_back(std::get<Money>(row.back()).nano());
    return all;
}

QStringList TestCostPage::firstColumn() {
    QStringList texts;
    for (const DisplayRow& row : table().tableModel().shown().rows) texts.append(row.cells.front().text);
    return texts;
}

/// Of a row, the total's when none is given.
DisplayCell TestCostPage::totalCell(const QString& column, int row) {
    const DisplayTable& all = table().tableModel().shown();
    const DisplayRow& line = row < 0 ? all.rows.back() : all.rows.at(static_cast<std::size_t>(row));
    for (std::size_t i = 0; i < all.columns.size(); ++i) {
        if (all.columns[i].title == column) return line.cells[i];
    }
    qFatal("no column %s", qPrintable(column));
}

void TestCostPage::clickBar(UtcDay when) {
    const QRectF bar = chart().markRect(when - Period.first);
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, bar.center().toPoint());
    settle();
}

QStringList TestCostPage::popoverTexts() {
    QWidget* popover = nullptr;
    if (!QTest::qWaitFor([&popover] { return (popover = QApplication::activePopupWidget()) != nullptr; })) return {};
    QStringList texts;
    for (const QLabel* label : popover->findChildren<QLabel*>()) texts.append(label->text());
    popover->close();
    return texts;
}

void TestCostPage::opensByItsKey() {
    QVERIFY(find<QWidget>(*m_window, "costPage").isVisible());
    QCOMPARE(find<SidebarItem>(*m_window, "navCost").accessibleDescription(), QStringLiteral("current page"));
    QVERIFY(find<Button>(*m_window, "compare").isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(*m_window, "overviewPage").isVisible());
    QTest::mouseClick(&find<SidebarItem>(*m_window, "navCost"), Qt::LeftButton);
    QTRY_VERIFY(chart().isVisible());
}

void TestCostPage::figuresAreTheReport() {
    const DateRange before = days("2026-09-20", "2026-10-19");
    QCOMPARE(shown().range.total.nano(), sumOf(Period));
    QCOMPARE(m_window->controller().overview()->spend, shown().range.total);
    QCOMPARE(m_window->controller().overview()->comparedSpend, shown().range.comparedTotal);
    const Money now = Money::fromNano(sumOf(Period));
    const Money then = Money::fromNano(sumOf(before));
    const Money change = *subtract(now, then);
    QCOMPARE(on<TextLine>("costSentence").accessibleName(),
             QStringLiteral("%1 in 30 days, %2 %3 than 20 Sep – 19 Oct (%4)")
                 .arg(formatMoney(now), formatMoney(change.isNegative() ? *subtract(Money(), change) : change),
                      change.isNegative() ? QStringLiteral("less") : QStringLiteral("more"),
                      formatPercentChange(change.nano(), then.nano())));
    QCOMPARE(chart().markCount(), Period.days());
    const QString spoken = chart().markText(Clicked - Period.first);
    QVERIFY2(spoken.startsWith(QStringLiteral("Tue 10 Nov 2026: ") +
                               formatMoney(Money::fromNano(sumOf({Clicked, Clicked})))),
             qPrintable(spoken));
    QVERIFY2(spoken.endsWith(QStringLiteral("final · fetched 19 Nov 13:00")), qPrintable(spoken));
    QVERIFY2(spoken.contains(QStringLiteral("2 others")), qPrintable(spoken));  // ten workspaces, eight colours
}

void TestCostPage::tableIsTheReport() {
    const Table rows = report({QStringLiteral("cost"), Period, Interval::Total, {Dimension::Workspace}, {}, false});
    std::vector<std::int64_t> expected = amounts(rows);
    std::sort(expected.rbegin(), expected.rend());
    const DisplayTable& all = table().tableModel().shown();
    QCOMPARE(all.rows.size(), expected.size() + 1);
    std::int64_t cells = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(totalCell(QStringLiteral("Total"), static_cast<int>(i)).number, std::optional(expected[i]));
        for (std::size_t column = 1; column <= 5; ++column) cells += all.rows[i].cells[column].number.value_or(0);
    }
    QCOMPARE(cells, sumOf(Period));
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(sumOf(Period)));
    QCOMPARE(totalCell(QStringLiteral("Share")).text, QStringLiteral("100.0\u00a0%"));
    QCOMPARE(all.columns.at(5).title, QStringLiteral("3 others"));
    QCOMPARE(totalCell(QStringLiteral("20 Sep – 19 Oct")).number,
             std::optional(sumOf(days("2026-09-20", "2026-10-19"))));
}

void TestCostPage::tellsWhereAFigureComesFrom() {
    const auto tip = table().model()->index(0, 1).data(Qt::ToolTipRole).toString();
    const std::int64_t number = *table().tableModel().row(0).cells.at(1).number;
    QCOMPARE(tip, formatMoneyExact(Money::fromNano(number)) +
                      QStringLiteral("\n27 of 30 days final, 3 provisional · fetched 19 Nov 13:00"));
}

void TestCostPage::aBarFiltersTheTable() {
    const std::int64_t total = sumOf(Period);
    clickBar(Clicked);
    auto& chip = on<Chip>("costPeriodChip");
    QVERIFY(chip.isVisible());
    QCOMPARE(chip.text(), QStringLiteral("Tue 10 Nov 2026"));
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(sumOf({Clicked, Clicked})));
    QCOMPARE(totalCell(QStringLiteral("3 Nov")).number, std::optional(sumOf({Clicked - 7, Clicked - 7})));
    QCOMPARE(totalCell(QStringLiteral("Change")).number,
             std::optional(sumOf({Clicked, Clicked}) - sumOf({Clicked - 7, Clicked - 7})));
    const Table pairs =
        report({QStringLiteral("cost"), {Clicked, Clicked}, Interval::Total, {Dimension::Workspace}, {}, false});
    QCOMPARE(static_cast<std::size_t>(firstColumn().size()), pairs.rows.size() + 1);
    QCOMPARE(shown().range.total.nano(), total);  // the chart stays
    clickBar(Clicked - 1);
    QCOMPARE(chip.text(), QStringLiteral("Mon 9 Nov 2026"));
    clickBar(Clicked - 1);  // the same again
    QVERIFY(!chip.isVisible());
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(total));
    clickBar(Clicked);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, 13));
    settle();
    QVERIFY(!chip.isVisible());
}

void TestCostPage::barsAndChipByKeyboard() {
    chart().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart(), Qt::Key_End);
    QTest::keyClick(&chart(), Qt::Key_Left);
    QTest::keyClick(&chart(), Qt::Key_Return);
    settle();
    auto& chip = on<Chip>("costPeriodChip");
    QVERIFY(chip.isVisible());
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(sumOf({Period.last - 1, Period.last - 1})));
    chip.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chip, Qt::Key_Delete);
    settle();
    QVERIFY(!chip.isVisible());
}

/// Months on a narrow chart are still those that were clicked, and none of them is drawn as selected by mistake.
void TestCostPage::aNarrowChartKeepsItsSelection() {
    FilterState year = m_window->controller().filters();
    const FilterState before = year;
    year.custom = DateRange{Filled.first, Period.last};
    year.interval = Interval::Day;
    m_window->controller().setFilters(year);
    settle();
    const int bar = Clicked - Filled.first;
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, chart().markRect(bar).center().toPoint());
    settle();
    const auto pictureOf = [this](Interval interval) {
        // Narrow enough for weeks, or wide enough for days again.
        const QSize size(interval == Interval::Week ? 300 : 900, 240);
        chart().resize(size);
        return chart().shownInterval() == interval ? chart().grab().toImage() : QImage();
    };
    const auto accents = [](const QImage& picture) {
        int count = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                count += picture.pixelColor(x, y) == palette(Theme::Light).accent ? 1 : 0;
            }
        }
        return count;
    };
    chart().clearFocus();
    QVERIFY(accents(pictureOf(Interval::Day)) > 20);
    QVERIFY(accents(pictureOf(Interval::Week)) > 20);
    QVERIFY(accents(pictureOf(Interval::Day)) > 20);
    m_window->controller().setFilters(before);
    settle();
    QVERIFY(!on<Chip>("costPeriodChip").isVisible());
    m_window->resize(1441, 900);
    m_window->resize(1440, 900);
}

void TestCostPage::newerPicturesSupersede() {
    int cancelled = 0;
    int done = 0;
    std::optional<Result<CostBreakdown>> last;
    constexpr int Asked = 20;
    for (int i = 0; i < Asked; ++i) {
        whenDone(m_window->controller().session()->costBreakdown(shown().request), this,
                 [&, i](const Result<CostBreakdown>& result) {
                     ++done;
                     if (!result && result.error().kind == ErrorKind::Cancelled) ++cancelled;
                     if (i == Asked - 1) last = result;
                 });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, Asked, Patience);
    QVERIFY(cancelled > 0);
    QVERIFY(last && *last);
    QCOMPARE((*last)->range.total, shown().range.total);
}

void TestCostPage::rowsOpen() {
    const QStringList closed = firstColumn();
    const QRect cell = table().visualRect(table().model()->index(1, 0));
    const QPoint triangle = CellDelegate::triangleIn(cell).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, triangle);
    QStringList opened = closed;
    opened.insert(2, QStringLiteral("Output"));
    opened.insert(3, QStringLiteral("Uncached input"));
    QCOMPARE(firstColumn(), opened);
    const auto number = [this](int row) { return totalCell(QStringLiteral("Total"), row).number.value(); };
    QCOMPARE(number(2) + number(3), number(1));
    // A part of a selected row is not counted twice.
    table().selectionModel()->clearSelection();
    for (const int row : {1, 2}) {
        table().selectionModel()->select(table().model()->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QCOMPARE(status(), QStringLiteral("1 row selected · sum %1 · %2 of the total")
                           .arg(formatMoney(Money::fromNano(number(1))), formatPercent(number(1), sumOf(Period))));
    table().selectionModel()->clearSelection();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, triangle);
    QCOMPARE(firstColumn(), closed);
}

void TestCostPage::rowsOpenByKeyboard() {
    const QStringList closed = firstColumn();
    table().setFocus(Qt::TabFocusReason);
    table().setCurrentIndex(table().model()->index(0, 0));
    QTest::keyClick(&table(), Qt::Key_Right);
    QCOMPARE(firstColumn().size(), closed.size() + 2);
    QCOMPARE(table().currentIndex(), table().model()->index(0, 0));
    QVERIFY(table().model()->index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("opened")));
    // It stays open in the next picture.
    clickBar(Clicked);
    QVERIFY(firstColumn().contains(QStringLiteral("Output")));
    clickBar(Clicked);
    table().setCurrentIndex(table().model()->index(0, 0));
    QTest::keyClick(&table(), Qt::Key_Down);
    QCOMPARE(table().currentIndex().row(), 1);
    QTest::keyClick(&table(), Qt::Key_Left);  // of a part: closes its row
    QCOMPARE(firstColumn(), closed);
    QCOMPARE(table().currentIndex().row(), 0);
    table().clearSelection();
}

void TestCostPage::sortsByEveryColumn() {
    const DisplayTable before = table().tableModel().shown();
    for (int column = 0; column < static_cast<int>(before.columns.size()); ++column) {
        table().sortByColumn(column, Qt::AscendingOrder);
        const DisplayTable& sorted = table().tableModel().shown();
        const auto at = static_cast<std::size_t>(column);
        for (std::size_t row = 0; row + 2 < sorted.rows.size(); ++row) {
            const DisplayCell& one = sorted.rows[row].cells[at];
            const DisplayCell& next = sorted.rows[row + 1].cells[at];
            if (column == 0) {
                QVERIFY(one.text.localeAwareCompare(next.text) <= 0);
            } else {
                QVERIFY(one.number <= next.number);
            }
        }
        QCOMPARE(sorted.rows.back().cells.front().text, QStringLiteral("Total"));
    }
    table().sortByColumn(6, Qt::DescendingOrder);
    QCOMPARE(firstColumn().size(), static_cast<int>(before.rows.size()));
}

void TestCostPage::copiesForSpreadsheets() {
    table().selectRow(0);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).startsWith(QStringLiteral("Workspace\t")));
    QCOMPARE(lines.at(1).split(QLatin1Char('\t')).at(6),
             toExactString(Money::fromNano(*totalCell(QStringLiteral("Total"), 0).number)));
    table().clearSelection();
}

void TestCostPage::stacksByAnything() {
    QTest::mouseClick(&on<QAbstractButton>("stackBy_model"), Qt::LeftButton);
    settle();
    QCOMPARE(shown().request.rows, Dimension::Model);
    QCOMPARE(shown().request.columns, Dimension::Workspace);  // they change places
    QCOMPARE(table().accessibleName(), QStringLiteral("Model × workspace"));
    QVERIFY(firstColumn().contains(QStringLiteral("Opus 5.5")));
    QVERIFY(firstColumn().contains(QStringLiteral("Search, code exec.")));
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(sumOf(Period)));
    auto& model = on<QAbstractButton>("stackBy_model");
    model.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&model, Qt::Key_Right);
    settle();
    QCOMPARE(shown().request.rows, Dimension::CostType);
    QCOMPARE(firstColumn(), (QStringList{QStringLiteral("Tokens"), QStringLiteral("Total")}));
    choose(on<QAbstractButton>("segmentMore"), QStringLiteral("stackBy_description"));
    settle();
    QCOMPARE(shown().request.rows, Dimension::Description);
    QCOMPARE(on<QAbstractButton>("segmentMore").accessibleName(), QStringLiteral("More: Description"));
    QVERIFY(on<QAbstractButton>("segmentMore").isChecked());
    QVERIFY(!on<QAbstractButton>("stackBy_cost_type").isChecked());
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(sumOf(Period)));
    QTest::mouseClick(&on<QAbstractButton>("stackBy_workspace"), Qt::LeftButton);
    settle();
}

void TestCostPage::columnsAreChosen() {
    choose(on<Button>("costColumns"), QStringLiteral("columns_token_type"));
    settle();
    QCOMPARE(table().accessibleName(), QStringLiteral("Workspace × token type"));
    QVERIFY(shown().request.parts == Dimension::Model);  // no dimension twice
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(sumOf(Period)));
    QCOMPARE(*totalCell(QStringLiteral("Output")).number + *totalCell(QStringLiteral("Uncached input")).number,
             sumOf(Period));
    choose(on<Button>("costColumns"), QStringLiteral("columns_model"));
    settle();
}

void TestCostPage::followsTheFilterBar() {
    const FilterState before = m_window->controller().filters();
    clickBar(Clicked);
    choose(find<Button>(*m_window, "compare"), QStringLiteral("None"));
    settle();
    QVERIFY(on<Chip>("costPeriodChip").isVisible());  // the bars are the same
    QCOMPARE(table().tableModel().shown().columns.back().title, QStringLiteral("Share"));
    choose(find<Button>(*m_window, "interval"), QStringLiteral("Week"));
    settle();
    QVERIFY(!on<Chip>("costPeriodChip").isVisible());
    QCOMPARE(chart().shownInterval(), Interval::Week);
    QCOMPARE(shown().range.total.nano(), sumOf(Period));
    FilterState filtered = before;
    const auto& values = m_window->controller().values(Dimension::Workspace);
    const auto found = std::find_if(values.begin(), values.end(),
                                    [](const auto& value) { return value.value == QLatin1String("wrkspc_3"); });
    QVERIFY(found != values.end());
    filtered.setFilter(Dimension::Workspace, {{found->term, found->value, found->name}});
    m_window->controller().setFilters(filtered);
    settle();
    QCOMPARE(firstColumn(), (QStringList{QStringLiteral("wrkspc_3"), QStringLiteral("Total")}));
    const Table only = report({QStringLiteral("cost"),
                               Period,
                               Interval::Total,
                               {},
                               {{Dimension::Workspace, QStringLiteral("wrkspc_3")}},
                               false});
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(amounts(only).front()));
    // While another page is seen nothing is read; coming back shows what the bar says.
    m_window->showPage(PageId::Overview);
    m_window->controller().setFilters(before);
    QTRY_VERIFY(m_window->controller().overviewIsCurrent());
    QVERIFY(!cost().isCurrent());
    m_window->showPage(PageId::Cost);
    settle();
    QCOMPARE(totalCell(QStringLiteral("Total")).number, std::optional(sumOf(Period)));
}

void TestCostPage::exportsWhatTheReportSays() {
    clickBar(Clicked);
    const auto written = [this](const QString& entry, const QString& name) {
        const QString path = m_home.path(name);
        m_home.dialogs.files = {path};
        choose(find<Button>(*m_window, "export"), entry);
        QFile file(path);
        if (!QTest::qWaitFor([&file] { return file.exists(); }, Patience)) qFatal("no file");
        if (!file.open(QIODevice::ReadOnly)) qFatal("not readable");
        return file.readAll();
    };
    QCOMPARE(written(QStringLiteral("Cost by workspace..."), QStringLiteral("chart.csv")),
             toCsv(report({QStringLiteral("cost"), Period, Interval::Day, {Dimension::Workspace}, {}, false})));
    QCOMPARE(m_home.dialogs.asked.back().suggested, QStringLiteral("cost-by-workspace-2026-10-20-to-2026-11-18.csv"));
    QCOMPARE(written(QStringLiteral("Workspace × model..."), QStringLiteral("table.csv")),
             toCsv(report({QStringLiteral("cost"),
                           {Clicked, Clicked},
                           Interval::Total,
                           {Dimension::Workspace, Dimension::Model},
                           {},
                           false})));
    const QString picture = m_home.path(QStringLiteral("chart.png"));
    m_home.dialogs.files = {picture};
    choose(on<Button>("costChartCardMenu"), QStringLiteral("Save PNG..."));
    QTRY_VERIFY(QFileInfo::exists(picture));
    QCOMPARE(QImage(picture).size(), QSize(1920, 800));
    choose(on<Button>("costChartCardMenu"), QStringLiteral("flip"));
    const DisplayTable& periods = on<DataTable>("costPeriodsTable").tableModel().shown();
    QCOMPARE(periods.rows.size(), static_cast<std::size_t>(Period.days()) + 1);
    QCOMPARE(periods.rows.back().cells.at(periods.columns.size() - 2).number, std::optional(sumOf(Period)));
    choose(on<Button>("costChartCardMenu"), QStringLiteral("flip"));
    clickBar(Clicked);
}

void TestCostPage::answersWhyThisNumber() {
    QTest::mouseClick(&on<Button>("costWhy"), Qt::LeftButton);
    QStringList texts = popoverTexts();
    QVERIFY2(texts.contains(formatMoneyExact(Money::fromNano(sumOf(Period)))), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(QStringLiteral("27 of 30 days final, 3 provisional")));
    clickBar(Clicked);
    QTest::mouseClick(&on<Button>("costWhy"), Qt::LeftButton);
    QVERIFY(popoverTexts().contains(QStringLiteral("Cost, Tue 10 Nov 2026")));
    clickBar(Clicked);
    table().setFocus();
    table().setCurrentIndex(table().model()->index(2, 1));
    QTest::keyClick(&table(), Qt::Key_Return);
    texts = popoverTexts();
    const DisplayTable& all = table().tableModel().shown();
    QVERIFY2(texts.contains(all.rows.at(2).cells.front().text + QStringLiteral(" · ") + all.columns.at(1).title),
             qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(formatMoneyExact(Money::fromNano(*all.rows.at(2).cells.at(1).number))));
    table().clearSelection();
}

void TestCostPage::changesTheTheme() {
    const auto colourAt = [this](const QWidget& widget, QPoint place) {
        return m_window->grab().toImage().pixelColor(widget.mapTo(m_window.get(), place));
    };
    const auto cardColour = [&] { return colourAt(on<QWidget>("costTableCard"), QPoint(600, 4)); };
    // The foot of the last closed day's bar is of the first colour of the family, or another of it.
    const auto barColour = [&] {
        const QRectF bar = chart().markRect(Clicked - Period.first);
        return colourAt(chart(), QPoint(static_cast<int>(bar.center().x()), static_cast<int>(bar.bottom()) - 3));
    };
    const auto isOfFamily = [](Theme theme, const QColor& colour) {
        const auto& family = palette(theme).family;
        return std::find(family.begin(), family.end(), colour) != family.end();
    };
    QCOMPARE(cardColour(), palette(Theme::Light).card);
    QVERIFY(isOfFamily(Theme::Light, barColour()));
    m_window->findChild<QAction*>(QStringLiteral("actionThemeDark"))->trigger();
    QTRY_COMPARE(cardColour(), palette(Theme::Dark).card);
    QVERIFY(isOfFamily(Theme::Dark, barColour()));
    m_window->findChild<QAction*>(QStringLiteral("actionThemeLight"))->trigger();
    QTRY_COMPARE(cardColour(), palette(Theme::Light).card);
}

void TestCostPage::everyControlHasANameAndARole() {
    int controls = 0;
    for (QAbstractButton* button : find<QWidget>(*m_window, "costPage").findChildren<QAbstractButton*>()) {
        if (!button->isVisible()) continue;
        ++controls;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(button);
        QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(button->objectName()));
        const auto role = spoken->role();
        const bool known =
            role == QAccessible::Button || role == QAccessible::ButtonMenu || role == QAccessible::CheckBox;
        QVERIFY2(known, qPrintable(button->objectName()));
        QVERIFY2(button->focusPolicy() != Qt::NoFocus || button->group() != nullptr, qPrintable(button->objectName()));
    }
    QVERIFY(controls >= 10);
    for (const char* name : {"costPivot", "costPeriodsTable"}) QVERIFY(!on<DataTable>(name).accessibleName().isEmpty());
    QVERIFY(!chart().accessibleName().isEmpty());
    QCOMPARE(QAccessible::queryAccessibleInterface(&table())->role(), QAccessible::Table);
}

void TestCostPage::nothingIsCut_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(1024, 640);
    QTest::newRow("small") << QSize(1280, 720);
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("large") << QSize(1920, 1080);
}

void TestCostPage::nothingIsCut() {
    QFETCH(QSize, size);
    m_window->resize(size);
    QTRY_COMPARE(m_window->size(), size);
    const auto cutWidget = [this]() -> QString {
        for (const QAbstractButton* button : find<QWidget>(*m_window, "costPage").findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) continue;
            if (button->width() < button->sizeHint().width()) return button->objectName();
            if (button->mapTo(m_window.get(), QPoint(button->width(), 0)).x() > m_window->width())
                return button->objectName();
        }
        const auto& sentence = on<TextLine>("costSentence");
        return sentence.isCut() ? sentence.accessibleName() : QString();
    };
    QTRY_COMPARE(cutWidget(), QString());
    // Where columns gave way, those that are left fit.
    int width = 0;
    for (int column = 0; column < table().model()->columnCount(); ++column) width += table().columnWidth(column);
    if (size.width() >= 1280) QTRY_VERIFY(width <= table().viewport()->width());
    QVERIFY(!table().isColumnHidden(0) && !table().isColumnHidden(6));
    m_window->resize(1440, 900);
}

void TestCostPage::remembersItsView() {
    QTest::mouseClick(&on<QAbstractButton>("stackBy_service_tier"), Qt::LeftButton);
    settle();
    const ValueColours colours = m_home.settings.valueColours();
    const int slot = colours.slotOf(QStringLiteral("workspace"), QStringLiteral("wrkspc_9"));
    QVERIFY(slot >= 0);
    m_window->close();
    openPage();
    QCOMPARE(shown().request.rows, Dimension::ServiceTier);
    QVERIFY(on<QAbstractButton>("stackBy_service_tier").isChecked());
    QTest::mouseClick(&on<QAbstractButton>("stackBy_workspace"), Qt::LeftButton);
    settle();
    QCOMPARE(m_home.settings.valueColours().slotOf(QStringLiteral("workspace"), QStringLiteral("wrkspc_9")), slot);
}

QTEST_MAIN(TestCostPage)
#include "tst_costpage.moc"
