// The Cost page in the real window: what it shows, and what it follows.
#include "app/core/async.h"
#include "app/export/tablewriter.h"
#include "charts/format.h"
#include "tests/gui/costwindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sidebaritem.h"
#include "ui/widgets/textline.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class TestCostPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_cost.open(); }
    void cleanupTestCase() { m_cost.window.reset(); }

    void opensByItsKey();
    void figuresAreTheReport();
    void aBarFiltersTheTable();
    void barsAndChipByKeyboard();
    void aNarrowChartKeepsItsSelection();
    void newerPicturesSupersede();
    void stacksByAnything();
    void followsTheFilterBar();
    void exportsWhatTheReportSays();
    void answersWhyThisNumber();
    void changesTheTheme();
    void everyControlHasANameAndARole();
    void nothingIsCut_data();
    void nothingIsCut();
    void remembersItsView();

private:
    CostWindow m_cost;
};

void TestCostPage::opensByItsKey() {
    QVERIFY(find<QWidget>(*m_cost.window, "costPage").isVisible());
    QCOMPARE(find<SidebarItem>(*m_cost.window, "navCost").accessibleDescription(), QStringLiteral("current page"));
    QVERIFY(find<Button>(*m_cost.window, "compare").isVisible());
    QTest::keyClick(m_cost.window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(*m_cost.window, "overviewPage").isVisible());
    QTest::mouseClick(&find<SidebarItem>(*m_cost.window, "navCost"), Qt::LeftButton);
    QTRY_VERIFY(m_cost.chart().isVisible());
}

void TestCostPage::figuresAreTheReport() {
    const DateRange before = days("2026-09-20", "2026-10-19");
    QCOMPARE(m_cost.shown().range.total.nano(), sumOf(Period));
    QCOMPARE(m_cost.window->controller().overview()->spend, m_cost.shown().range.total);
    QCOMPARE(m_cost.window->controller().overview()->comparedSpend, m_cost.shown().range.comparedTotal);
    const Money now = Money::fromNano(sumOf(Period));
    const Money then = Money::fromNano(sumOf(before));
    const Money change = *subtract(now, then);
    QCOMPARE(m_cost.on<TextLine>("costSentence").accessibleName(),
             QStringLiteral("%1 in 30 days, %2 %3 than 20 Sep – 19 Oct (%4)")
                 .arg(formatMoney(now), formatMoney(change.isNegative() ? *subtract(Money(), change) : change),
                      change.isNegative() ? QStringLiteral("less") : QStringLiteral("more"),
                      formatPercentChange(change.nano(), then.nano())));
    QCOMPARE(m_cost.chart().markCount(), Period.days());
    const QString spoken = m_cost.chart().markText(Clicked - Period.first);
    QVERIFY2(spoken.startsWith(QStringLiteral("Tue 10 Nov 2026: ") +
                               formatMoney(Money::fromNano(sumOf({Clicked, Clicked})))),
             qPrintable(spoken));
    QVERIFY2(spoken.endsWith(QStringLiteral("final · fetched 19 Nov 13:00")), qPrintable(spoken));
    QVERIFY2(spoken.contains(QStringLiteral("2 others")), qPrintable(spoken));  // ten workspaces, eight colours
}

void TestCostPage::aBarFiltersTheTable() {
    const std::int64_t total = sumOf(Period);
    m_cost.clickBar(Clicked);
    auto& chip = m_cost.on<Chip>("costPeriodChip");
    QVERIFY(chip.isVisible());
    QCOMPARE(chip.text(), QStringLiteral("Tue 10 Nov 2026"));
    QCOMPARE(m_cost.total(), std::optional(sumOf({Clicked, Clicked})));
    QCOMPARE(m_cost.cellOf(QStringLiteral("3 Nov")).number, std::optional(sumOf({Clicked - 7, Clicked - 7})));
    QCOMPARE(m_cost.cellOf(QStringLiteral("Change")).number,
             std::optional(sumOf({Clicked, Clicked}) - sumOf({Clicked - 7, Clicked - 7})));
    const Table pairs =
        m_cost.report({QStringLiteral("cost"), {Clicked, Clicked}, Interval::Total, {Dimension::Workspace}, {}, false});
    QCOMPARE(static_cast<std::size_t>(m_cost.firstColumn().size()), pairs.rows.size() + 1);
    QCOMPARE(m_cost.shown().range.total.nano(), total);  // the chart stays
    m_cost.clickBar(Clicked - 1);
    QCOMPARE(chip.text(), QStringLiteral("Mon 9 Nov 2026"));
    m_cost.clickBar(Clicked - 1);  // the same again
    QVERIFY(!chip.isVisible());
    QCOMPARE(m_cost.total(), std::optional(total));
    m_cost.clickBar(Clicked);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, 13));
    m_cost.settle();
    QVERIFY(!chip.isVisible());
}

void TestCostPage::barsAndChipByKeyboard() {
    m_cost.chart().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&m_cost.chart(), Qt::Key_End);
    QTest::keyClick(&m_cost.chart(), Qt::Key_Left);
    QTest::keyClick(&m_cost.chart(), Qt::Key_Return);
    m_cost.settle();
    auto& chip = m_cost.on<Chip>("costPeriodChip");
    QVERIFY(chip.isVisible());
    QCOMPARE(m_cost.total(), std::optional(sumOf({Period.last - 1, Period.last - 1})));
    chip.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chip, Qt::Key_Delete);
    m_cost.settle();
    QVERIFY(!chip.isVisible());
}

/// Months on a narrow chart are still those that were clicked, and none of them is drawn as selected by mistake.
void TestCostPage::aNarrowChartKeepsItsSelection() {
    FilterState year = m_cost.window->controller().filters();
    const FilterState before = year;
    year.custom = DateRange{Filled.first, Period.last};
    year.interval = Interval::Day;
    m_cost.window->controller().setFilters(year);
    m_cost.settle();
    const int bar = Clicked - Filled.first;
    QTest::mouseClick(&m_cost.chart(), Qt::LeftButton, {}, m_cost.chart().markRect(bar).center().toPoint());
    m_cost.settle();
    const auto pictureOf = [this](Interval interval) {
        // Narrow enough for weeks, or wide enough for days again.
        const QSize size(interval == Interval::Week ? 300 : 900, 240);
        m_cost.chart().resize(size);
        return m_cost.chart().shownInterval() == interval ? m_cost.chart().grab().toImage() : QImage();
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
    m_cost.chart().clearFocus();
    QVERIFY(accents(pictureOf(Interval::Day)) > 20);
    QVERIFY(accents(pictureOf(Interval::Week)) > 20);
    QVERIFY(accents(pictureOf(Interval::Day)) > 20);
    m_cost.window->controller().setFilters(before);
    m_cost.settle();
    QVERIFY(!m_cost.on<Chip>("costPeriodChip").isVisible());
    m_cost.window->resize(1441, 900);
    m_cost.window->resize(1440, 900);
}

void TestCostPage::newerPicturesSupersede() {
    int cancelled = 0;
    int done = 0;
    std::optional<Result<CostBreakdown>> last;
    constexpr int Asked = 20;
    for (int i = 0; i < Asked; ++i) {
        whenDone(m_cost.window->controller().session()->costBreakdown(m_cost.shown().request), this,
                 [&, i](const Result<CostBreakdown>& result) {
                     ++done;
                     if (!result && result.error().kind == ErrorKind::Cancelled) ++cancelled;
                     if (i == Asked - 1) last = result;
                 });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, Asked, Patience);
    QVERIFY(cancelled > 0);
    QVERIFY(last && *last);
    QCOMPARE((*last)->range.total, m_cost.shown().range.total);
}

void TestCostPage::stacksByAnything() {
    QTest::mouseClick(&m_cost.on<QAbstractButton>("stackBy_model"), Qt::LeftButton);
    m_cost.settle();
    QCOMPARE(m_cost.shown().request.rows, Dimension::Model);
    QCOMPARE(m_cost.shown().request.columns, Dimension::Workspace);  // no dimension twice
    QCOMPARE(m_cost.table().accessibleName(), QStringLiteral("Model × workspace"));
    QVERIFY(m_cost.firstColumn().contains(QStringLiteral("Opus 5.5")));
    QVERIFY(m_cost.firstColumn().contains(QStringLiteral("Search, code exec.")));
    QCOMPARE(m_cost.total(), std::optional(sumOf(Period)));
    auto& model = m_cost.on<QAbstractButton>("stackBy_model");
    model.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&model, Qt::Key_Right);
    m_cost.settle();
    QCOMPARE(m_cost.shown().request.rows, Dimension::CostType);
    QCOMPARE(m_cost.firstColumn(), (QStringList{QStringLiteral("Tokens"), QStringLiteral("Total")}));
    choose(m_cost.on<QAbstractButton>("segmentMore"), QStringLiteral("stackBy_description"));
    m_cost.settle();
    QCOMPARE(m_cost.shown().request.rows, Dimension::Description);
    QCOMPARE(m_cost.on<QAbstractButton>("segmentMore").accessibleName(), QStringLiteral("More: Description"));
    QVERIFY(m_cost.on<QAbstractButton>("segmentMore").isChecked());
    QVERIFY(!m_cost.on<QAbstractButton>("stackBy_cost_type").isChecked());
    QCOMPARE(m_cost.total(), std::optional(sumOf(Period)));
    QTest::mouseClick(&m_cost.on<QAbstractButton>("stackBy_workspace"), Qt::LeftButton);
    m_cost.settle();
    QCOMPARE(m_cost.shown().request.columns, Dimension::Model);
}

void TestCostPage::followsTheFilterBar() {
    const FilterState before = m_cost.window->controller().filters();
    m_cost.clickBar(Clicked);
    choose(find<Button>(*m_cost.window, "compare"), QStringLiteral("None"));
    m_cost.settle();
    QVERIFY(m_cost.on<Chip>("costPeriodChip").isVisible());  // the bars are the same
    QCOMPARE(m_cost.table().tableModel().shown().columns.back().title, QStringLiteral("Share"));
    choose(find<Button>(*m_cost.window, "interval"), QStringLiteral("Week"));
    m_cost.settle();
    QVERIFY(!m_cost.on<Chip>("costPeriodChip").isVisible());
    QCOMPARE(m_cost.chart().shownInterval(), Interval::Week);
    QCOMPARE(m_cost.shown().range.total.nano(), sumOf(Period));
    FilterState filtered = before;
    const auto& values = m_cost.window->controller().values(Dimension::Workspace);
    const auto found = std::find_if(values.begin(), values.end(),
                                    [](const auto& value) { return value.value == QLatin1String("wrkspc_3"); });
    QVERIFY(found != values.end());
    filtered.setFilter(Dimension::Workspace, {{found->term, found->value, found->name}});
    m_cost.window->controller().setFilters(filtered);
    m_cost.settle();
    QCOMPARE(m_cost.firstColumn(), (QStringList{QStringLiteral("wrkspc_3"), QStringLiteral("Total")}));
    const Table only = m_cost.report({QStringLiteral("cost"),
                                      Period,
                                      Interval::Total,
                                      {},
                                      {{Dimension::Workspace, QStringLiteral("wrkspc_3")}},
                                      false});
    QCOMPARE(m_cost.total(), std::optional(std::get<Money>(only.rows.front().back()).nano()));
    // While another page is seen nothing is read; coming back shows what the bar says.
    m_cost.window->showPage(PageId::Overview);
    m_cost.window->controller().setFilters(before);
    QTRY_VERIFY(m_cost.window->controller().overviewIsCurrent());
    QVERIFY(!m_cost.cost().isCurrent());
    m_cost.window->showPage(PageId::Cost);
    m_cost.settle();
    QCOMPARE(m_cost.total(), std::optional(sumOf(Period)));
}

void TestCostPage::exportsWhatTheReportSays() {
    m_cost.clickBar(Clicked);
    const auto written = [this](const QString& entry, const QString& name) {
        const QString path = m_cost.home.path(name);
        m_cost.home.dialogs.files = {path};
        choose(find<Button>(*m_cost.window, "export"), entry);
        QFile file(path);
        if (!QTest::qWaitFor([&file] { return file.exists(); }, Patience)) qFatal("no file");
        if (!file.open(QIODevice::ReadOnly)) qFatal("not readable");
        return file.readAll();
    };
    QCOMPARE(written(QStringLiteral("Cost by workspace..."), QStringLiteral("chart.csv")),
             toCsv(m_cost.report({QStringLiteral("cost"), Period, Interval::Day, {Dimension::Workspace}, {}, false})));
    QCOMPARE(m_cost.home.dialogs.asked.back().suggested,
             QStringLiteral("cost-by-workspace-2026-10-20-to-2026-11-18.csv"));
    QCOMPARE(written(QStringLiteral("Workspace × model..."), QStringLiteral("table.csv")),
             toCsv(m_cost.report({QStringLiteral("cost"),
                                  {Clicked, Clicked},
                                  Interval::Total,
                                  {Dimension::Workspace, Dimension::Model},
                                  {},
                                  false})));
    const QString picture = m_cost.home.path(QStringLiteral("chart.png"));
    m_cost.home.dialogs.files = {picture};
    choose(m_cost.on<Button>("costChartCardMenu"), QStringLiteral("Save PNG..."));
    QTRY_VERIFY(QFileInfo::exists(picture));
    QCOMPARE(QImage(picture).size(), QSize(1920, 800));
    choose(m_cost.on<Button>("costChartCardMenu"), QStringLiteral("flip"));
    const DisplayTable& periods = m_cost.on<DataTable>("costPeriodsTable").tableModel().shown();
    QCOMPARE(periods.rows.size(), static_cast<std::size_t>(Period.days()) + 1);
    QCOMPARE(periods.rows.back().cells.at(periods.columns.size() - 2).number, std::optional(sumOf(Period)));
    choose(m_cost.on<Button>("costChartCardMenu"), QStringLiteral("flip"));
    m_cost.clickBar(Clicked);
}

void TestCostPage::answersWhyThisNumber() {
    QTest::mouseClick(&m_cost.on<Button>("costWhy"), Qt::LeftButton);
    QStringList texts = m_cost.popoverTexts();
    QVERIFY2(texts.contains(formatMoneyExact(Money::fromNano(sumOf(Period)))), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(QStringLiteral("27 of 30 days final, 3 provisional")));
    m_cost.clickBar(Clicked);
    QTest::mouseClick(&m_cost.on<Button>("costWhy"), Qt::LeftButton);
    QVERIFY(m_cost.popoverTexts().contains(QStringLiteral("Cost, Tue 10 Nov 2026")));
    m_cost.clickBar(Clicked);
    m_cost.table().setFocus();
    m_cost.table().setCurrentIndex(m_cost.table().model()->index(2, 1));
    QTest::keyClick(&m_cost.table(), Qt::Key_Return);
    texts = m_cost.popoverTexts();
    const DisplayTable& all = m_cost.table().tableModel().shown();
    QVERIFY2(texts.contains(all.rows.at(2).cells.front().text + QStringLiteral(" · ") + all.columns.at(1).title),
             qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(formatMoneyExact(Money::fromNano(*all.rows.at(2).cells.at(1).number))));
    m_cost.table().clearSelection();
}

void TestCostPage::changesTheTheme() {
    const auto colourAt = [this](const QWidget& widget, QPoint place) {
        return m_cost.window->grab().toImage().pixelColor(widget.mapTo(m_cost.window.get(), place));
    };
    const auto cardColour = [&] { return colourAt(m_cost.on<QWidget>("costTableCard"), QPoint(600, 4)); };
    // The foot of the last closed day's bar is of the first colour of the family, or another of it.
    const auto barColour = [&] {
        const QRectF bar = m_cost.chart().markRect(Clicked - Period.first);
        return colourAt(m_cost.chart(), QPoint(static_cast<int>(bar.center().x()), static_cast<int>(bar.bottom()) - 3));
    };
    const auto isOfFamily = [](Theme theme, const QColor& colour) {
        const auto& family = palette(theme).family;
        return std::find(family.begin(), family.end(), colour) != family.end();
    };
    QCOMPARE(cardColour(), palette(Theme::Light).card);
    QVERIFY(isOfFamily(Theme::Light, barColour()));
    m_cost.window->findChild<QAction*>(QStringLiteral("actionThemeDark"))->trigger();
    QTRY_COMPARE(cardColour(), palette(Theme::Dark).card);
    QVERIFY(isOfFamily(Theme::Dark, barColour()));
    m_cost.window->findChild<QAction*>(QStringLiteral("actionThemeLight"))->trigger();
    QTRY_COMPARE(cardColour(), palette(Theme::Light).card);
}

void TestCostPage::everyControlHasANameAndARole() {
    int controls = 0;
    for (QAbstractButton* button : find<QWidget>(*m_cost.window, "costPage").findChildren<QAbstractButton*>()) {
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
    for (const char* name : {"costPivot", "costPeriodsTable"})
        QVERIFY(!m_cost.on<DataTable>(name).accessibleName().isEmpty());
    QVERIFY(!m_cost.chart().accessibleName().isEmpty());
    QCOMPARE(QAccessible::queryAccessibleInterface(&m_cost.table())->role(), QAccessible::Table);
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
    m_cost.window->resize(size);
    QTRY_COMPARE(m_cost.window->size(), size);
    const auto cutWidget = [this]() -> QString {
        for (const QAbstractButton* button :
             find<QWidget>(*m_cost.window, "costPage").findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) continue;
            if (button->width() < button->sizeHint().width()) return button->objectName();
            if (button->mapTo(m_cost.window.get(), QPoint(button->width(), 0)).x() > m_cost.window->width())
                return button->objectName();
        }
        const auto& sentence = m_cost.on<TextLine>("costSentence");
        return sentence.isCut() ? sentence.accessibleName() : QString();
    };
    QTRY_COMPARE(cutWidget(), QString());
    // Where columns gave way, those that are left fit.
    int width = 0;
    for (int column = 0; column < m_cost.table().model()->columnCount(); ++column)
        width += m_cost.table().columnWidth(column);
    if (size.width() >= 1280) QTRY_VERIFY(width <= m_cost.table().viewport()->width());
    QVERIFY(!m_cost.table().isColumnHidden(0) && !m_cost.table().isColumnHidden(6));
    m_cost.window->resize(1440, 900);
}

void TestCostPage::remembersItsView() {
    QTest::mouseClick(&m_cost.on<QAbstractButton>("stackBy_service_tier"), Qt::LeftButton);
    m_cost.settle();
    const ValueColours colours = m_cost.home.settings.valueColours();
    const int slot = colours.slotOf(QStringLiteral("workspace"), QStringLiteral("wrkspc_9"));
    QVERIFY(slot >= 0);
    m_cost.window->close();
    m_cost.open();
    QCOMPARE(m_cost.shown().request.rows, Dimension::ServiceTier);
    QVERIFY(m_cost.on<QAbstractButton>("stackBy_service_tier").isChecked());
    QTest::mouseClick(&m_cost.on<QAbstractButton>("stackBy_workspace"), Qt::LeftButton);
    m_cost.settle();
    QCOMPARE(m_cost.home.settings.valueColours().slotOf(QStringLiteral("workspace"), QStringLiteral("wrkspc_9")), slot);
}

QTEST_MAIN(TestCostPage)
#include "tst_costpage.moc"
