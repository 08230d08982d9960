// The Usage page in the real window: what it shows, and what it follows.
#include "app/export/tablewriter.h"
#include "charts/format.h"
#include "tests/gui/usagewindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sidebaritem.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/tile.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class TestUsagePage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_usage.open(); }
    void cleanupTestCase() { m_usage.window.reset(); }

    void opensByItsKey();
    void figuresAreTheReport();
    void requestsAreNotInvented();
    void stacksByAnything();
    void aBarFiltersTheTable();
    void barsByKeyboard();
    void followsTheFilterBar();
    void keysInUseAndIdle();
    void exportsWhatTheReportSays();
    void answersWhyThisNumber();
    void aFailureIsSaidUntilItIsOver();
    void saysHowToGetHours();
    void showsTheHoursThatAreThere();
    void changesTheTheme();
    void everyControlHasANameAndARole();
    void nothingIsCut_data();
    void nothingIsCut();
    void remembersItsView();

private:
    const TileContent& tile(const char* name) { return m_usage.on<Tile>(name).content(); }
    UsageWindow m_usage;
};

void TestUsagePage::opensByItsKey() {
    QVERIFY(find<QWidget>(*m_usage.window, "usagePage").isVisible());
    QCOMPARE(find<SidebarItem>(*m_usage.window, "navUsage").accessibleDescription(), QStringLiteral("current page"));
    QTest::keyClick(m_usage.window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(*m_usage.window, "overviewPage").isVisible());
    QTest::mouseClick(&find<SidebarItem>(*m_usage.window, "navUsage"), Qt::LeftButton);
    QTRY_VERIFY(m_usage.chart().isVisible());
}

void TestUsagePage::figuresAreTheReport() {
    const UsageMeasures now = sumOf(Period);
    const std::int64_t change = tokensIn(Period) - tokensIn(Before);
    QVERIFY(m_usage.shown().range.tokens == now);
    QVERIFY(m_usage.window->controller().overview()->tokens == now);
    QCOMPARE(m_usage.on<TextLine>("usageSentence").accessibleName(),
             QStringLiteral("%1 tokens in 30 days, %2 %3 than 20 Sep – 19 Oct (%4)")
                 .arg(formatTokens(tokensIn(Period)), formatTokens(std::abs(change)),
                      change < 0 ? QStringLiteral("less") : QStringLiteral("more"),
                      formatPercentChange(change, tokensIn(Before))));
    QCOMPARE(tile("tileUsageTotal").exact, formatCount(tokensIn(Period)));
    QCOMPARE(tile("tileUsageTotal").value, formatTokens(tokensIn(Period)));
    QCOMPARE(tile("tileUsageInput").exact, formatCount(now.uncachedInput));
    QCOMPARE(tile("tileUsageRead").exact, formatCount(now.cacheRead));
    QCOMPARE(tile("tileUsageWritten").exact, formatCount(now.cacheCreation5m + now.cacheCreation1h));
    QCOMPARE(tile("tileUsageOutput").exact, formatCount(now.output));
    QCOMPARE(tile("tileUsageSearches").exact, formatCount(now.webSearches));
    QCOMPARE(m_usage.total(), std::optional(tokensIn(Period)));
    QCOMPARE(m_usage.chart().markCount(), Period.days());
    const QString spoken = m_usage.chart().markText(Clicked - Period.first);
    const QString expected = QStringLiteral("Tue 10 Nov 2026: ") + formatCount(tokensIn({Clicked, Clicked}));
    QVERIFY2(spoken.startsWith(expected), qPrintable(spoken));
    QVERIFY2(!spoken.contains(u'$'), qPrintable(spoken));  // never money
}

void TestUsagePage::requestsAreNotInvented() {
    QCOMPARE(tile("tileUsageRequests").value, QStringLiteral("–"));
    QCOMPARE(plainText(tile("tileUsageRequests").note1), QStringLiteral("not reported by this API"));
    QVERIFY(m_usage.on<Tile>("tileUsageRequests").accessibleDescription().contains(QStringLiteral("not reported")));
}

void TestUsagePage::stacksByAnything() {
    QCOMPARE(
        m_usage.firstColumn("usageTable"),
        (QStringList{QStringLiteral("Cache read"), QStringLiteral("Uncached input"), QStringLiteral("Output"),
                     QStringLiteral("Cache write 5m"), QStringLiteral("Cache write 1h"), QStringLiteral("Total")}));
    const auto opus = [](const UsageInput& row) { return row.model == QLatin1String("claude-opus-5-5"); };
    QCOMPARE(m_usage.cellOf(QStringLiteral("Opus 5.5"), 0).number, std::optional(sumOf(Period, opus).cacheRead));
    QCOMPARE(m_usage.cellOf(QStringLiteral("Opus 5.5")).number, std::optional(tokensIn(Period, opus)));
    for (const char* dimension : {"workspace", "api_key", "model", "service_tier"}) {
        m_usage.stackBy(dimension);
        QCOMPARE(dimensionName(m_usage.shown().request.rows), QString::fromLatin1(dimension));
        QCOMPARE(m_usage.total(), std::optional(tokensIn(Period)));
        QCOMPARE(m_usage.cellOf(QStringLiteral("Write 1h")).number, std::optional(sumOf(Period).cacheCreation1h));
        QCOMPARE(m_usage.cellOf(QStringLiteral("Web searches")).number, std::optional(sumOf(Period).webSearches));
        QCOMPARE(m_usage.chart().accessibleName(), m_usage.table().accessibleName());
    }
    choose(m_usage.on<QAbstractButton>("segmentMore"), QStringLiteral("usageBy_context_window"));
    m_usage.settle();
    QVERIFY(m_usage.firstColumn("usageTable").contains(QStringLiteral("200k to 1M tokens")));
    m_usage.stackBy("api_key");
    QVERIFY(m_usage.firstColumn("usageTable").contains(QStringLiteral("checkout")));
    QVERIFY(m_usage.firstColumn("usageTable").contains(QStringLiteral("(console)")));
    // A row opens by models, which add up to it.
    m_usage.table().setOpen(0, true);
    std::int64_t parts = 0;
    for (int row = 1; m_usage.table().tableModel().row(row).kind == DisplayRow::Kind::Part; ++row) {
        parts += *m_usage.cellOf(QStringLiteral("Total"), row).number;
    }
    QCOMPARE(std::optional(parts), m_usage.cellOf(QStringLiteral("Total"), 0).number);
    m_usage.table().setOpen(0, false);
    m_usage.stackBy("token_type");
}

void TestUsagePage::aBarFiltersTheTable() {
    m_usage.clickBar(Clicked);
    auto& chip = m_usage.on<Chip>("usagePeriodChip");
    QVERIFY(chip.isVisible());
    QCOMPARE(chip.text(), QStringLiteral("Tue 10 Nov 2026"));
    QCOMPARE(m_usage.total(), std::optional(tokensIn({Clicked, Clicked})));
    QCOMPARE(m_usage.cellOf(QStringLiteral("3 Nov")).number, std::optional(tokensIn({Clicked - 7, Clicked - 7})));
    QCOMPARE(m_usage.cellOf(QStringLiteral("Change")).number,
             std::optional(tokensIn({Clicked, Clicked}) - tokensIn({Clicked - 7, Clicked - 7})));
    QVERIFY(m_usage.shown().range.tokens == sumOf(Period));  // chart and tiles stay
    QCOMPARE(tile("tileUsageTotal").exact, formatCount(tokensIn(Period)));
    m_usage.clickBar(Clicked);  // the same again
    QVERIFY(!chip.isVisible());
    QCOMPARE(m_usage.total(), std::optional(tokensIn(Period)));
}

void TestUsagePage::barsByKeyboard() {
    m_usage.chart().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&m_usage.chart(), Qt::Key_End);
    QTest::keyClick(&m_usage.chart(), Qt::Key_Left);
    QTest::keyClick(&m_usage.chart(), Qt::Key_Return);
    m_usage.settle();
    auto& chip = m_usage.on<Chip>("usagePeriodChip");
    QVERIFY(chip.isVisible());
    QCOMPARE(m_usage.total(), std::optional(tokensIn({Period.last - 1, Period.last - 1})));
    chip.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chip, Qt::Key_Delete);
    m_usage.settle();
    QVERIFY(!chip.isVisible());
}

void TestUsagePage::followsTheFilterBar() {
    SessionController& controller = m_usage.window->controller();
    const FilterState before = controller.filters();
    m_usage.clickBar(Clicked);
    choose(find<Button>(*m_usage.window, "compare"), QStringLiteral("None"));
    m_usage.settle();
    QVERIFY(m_usage.on<Chip>("usagePeriodChip").isVisible());  // the bars are the same
    QCOMPARE(m_usage.table().tableModel().shown().columns.back().title, QStringLiteral("Share"));
    QCOMPARE(plainText(tile("tileUsageTotal").note1), QStringLiteral("no comparison"));
    choose(find<Button>(*m_usage.window, "interval"), QStringLiteral("Week"));
    m_usage.settle();
    QVERIFY(!m_usage.on<Chip>("usagePeriodChip").isVisible());
    QCOMPARE(m_usage.chart().shownInterval(), Interval::Week);
    FilterState filtered = before;
    const auto& values = controller.values(Dimension::ApiKey);
    const auto found = std::find_if(values.begin(), values.end(),
                                    [](const auto& value) { return value.value == QLatin1String("apikey_2"); });
    QVERIFY(found != values.end());
    filtered.setFilter(Dimension::ApiKey, {{found->term, found->value, found->name}});
    controller.setFilters(filtered);
    m_usage.settle();
    const auto ofKey = [](const UsageInput& row) { return row.apiKey == QLatin1String("apikey_2"); };
    QCOMPARE(m_usage.total(), std::optional(tokensIn(Period, ofKey)));
    QCOMPARE(tile("tileUsageOutput").exact, formatCount(sumOf(Period, ofKey).output));
    QCOMPARE(m_usage.firstColumn("topKeys"), (QStringList{QStringLiteral("search"), QStringLiteral("Total")}));
    QCOMPARE(m_usage.on<QLabel>("noIdleKeys").text(),
             QStringLiteral("The one active key has been used since 20 Oct 2026."));
    // While another page is seen nothing is read; coming back shows what the bar says.
    m_usage.window->showPage(PageId::Overview);
    controller.setFilters(before);
    QTRY_VERIFY(controller.overviewIsCurrent());
    QVERIFY(!m_usage.usage().isCurrent() && !m_usage.details().isCurrent());
    m_usage.window->showPage(PageId::Usage);
    m_usage.settle();
    QCOMPARE(m_usage.total(), std::optional(tokensIn(Period)));
}

void TestUsagePage::keysInUseAndIdle() {
    const auto& used = m_usage.details().picture()->keys;
    QCOMPARE(used.keysInUse, 4);
    QCOMPARE(used.tokens, tokensIn(Period));
    QVERIFY(m_usage.firstColumn("topKeys").contains(QStringLiteral("old batch")));
    QVERIFY(m_usage.firstColumn("topKeys").contains(QStringLiteral("(console)")));
    // An archived key or one that is switched off is not idle.
    QCOMPARE(m_usage.firstColumn("idleKeys"), QStringList{QStringLiteral("spare")});
    const auto& idle = m_usage.on<DataTable>("idleKeys").tableModel().shown().rows.front();
    QCOMPARE(idle.cells.at(2).text, QStringLiteral("Ada Moreno"));
    QCOMPARE(idle.cells.at(3).number, std::optional<std::int64_t>(49));  // 1 Oct 08:00 to 19 Nov 13:00
    QCOMPARE(idle.cells.at(4).text, QStringLiteral("never"));
    QVERIFY(m_usage.on<DataTable>("idleKeys").isVisible());
}

void TestUsagePage::exportsWhatTheReportSays() {
    m_usage.stackBy("workspace");
    const auto written = [this](const QString& entry, const QString& name) {
        const QString path = m_usage.home.path(name);
        m_usage.home.dialogs.files = {path};
        choose(find<Button>(*m_usage.window, "export"), entry);
        QFile file(path);
        if (!QTest::qWaitFor([&file] { return file.exists(); }, Patience)) qFatal("no file");
        if (!file.open(QIODevice::ReadOnly)) qFatal("not readable");
        return file.readAll();
    };
    const ReportRequest chart{QStringLiteral("usage"), Period, Interval::Day, {Dimension::Workspace}, {}, false};
    QCOMPARE(written(QStringLiteral("Tokens by workspace over time..."), QStringLiteral("chart.csv")),
             toCsv(m_usage.report(chart)));
    QCOMPARE(m_usage.home.dialogs.asked.back().suggested,
             QStringLiteral("usage-by-workspace-2026-10-20-to-2026-11-18.csv"));
    ReportRequest table = chart;
    table.interval = Interval::Total;
    table.by = {Dimension::Workspace, Dimension::Model};
    QCOMPARE(written(QStringLiteral("Tokens by workspace..."), QStringLiteral("table.csv")),
             toCsv(m_usage.report(table)));
    table.by = {Dimension::ApiKey};
    QCOMPARE(written(QStringLiteral("Top keys..."), QStringLiteral("keys.csv")), toCsv(m_usage.report(table)));
    const QByteArray idle = written(QStringLiteral("Unused and idle keys..."), QStringLiteral("idle.csv"));
    QVERIFY2(idle.contains("apikey_5,spare,wrkspc_1,Ada Moreno,2026-10-01,,49,yes"), idle.constData());
    choose(m_usage.on<Button>("usageChartCardMenu"), QStringLiteral("flip"));
    const DisplayTable& periods = m_usage.on<DataTable>("usagePeriodsTable").tableModel().shown();
    QCOMPARE(periods.rows.size(), static_cast<std::size_t>(Period.days()) + 1);
    QCOMPARE(periods.rows.back().cells.at(periods.columns.size() - 2).number, std::optional(tokensIn(Period)));
    choose(m_usage.on<Button>("usageChartCardMenu"), QStringLiteral("flip"));
    m_usage.stackBy("token_type");
}

void TestUsagePage::answersWhyThisNumber() {
    const QString exact = formatCount(tokensIn(Period));
    for (const char* name : {"usageWhy", "tileUsageTotalWhy"}) {
        QTest::mouseClick(&m_usage.on<Button>(name), Qt::LeftButton);
        const QStringList texts = m_usage.popoverTexts();
        QVERIFY2(texts.contains(exact), qPrintable(texts.join(u'|')));
        QVERIFY(texts.contains(QStringLiteral("27 of 30 days final, 3 provisional")));
    }
    // To the rows behind a tile: the table of the page.
    QTest::mouseClick(&m_usage.on<Button>("tileUsageTotalWhy"), Qt::LeftButton);
    QPointer<QWidget> panel = QApplication::activePopupWidget();
    QVERIFY(panel != nullptr);
    QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("showRows")), Qt::LeftButton);
    QTRY_COMPARE(m_usage.table().window()->focusWidget(), &m_usage.table());
    QTest::mouseClick(&m_usage.on<Button>("tileUsageRequestsWhy"), Qt::LeftButton);
    QVERIFY(m_usage.popoverTexts().join(u'|').contains(QStringLiteral("no number of requests")));
    for (const char* name : {"topKeysCardWhy", "idleKeysCardWhy"}) {
        QTest::mouseClick(&m_usage.on<Button>(name), Qt::LeftButton);
        QVERIFY(!m_usage.popoverTexts().isEmpty());
    }
    m_usage.table().setFocus();
    m_usage.table().setCurrentIndex(m_usage.table().model()->index(0, 1));
    QTest::keyClick(&m_usage.table(), Qt::Key_Return);
    const QStringList texts = m_usage.popoverTexts();
    const DisplayRow& first = m_usage.table().tableModel().row(0);
    QVERIFY2(texts.contains(QStringLiteral("Cache read · ") + m_usage.table().tableModel().shown().columns[1].title),
             qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(formatCount(*first.cells.at(1).number)));
    QVERIFY(texts.contains(QStringLiteral("Input tokens that were read from the cache.")));
    m_usage.table().clearSelection();
}

void TestUsagePage::aFailureIsSaidUntilItIsOver() {
    const QWidget& notice = m_usage.on<QWidget>("usageNotice");
    const bool before = notice.isVisible();
    const auto saysFailure = [this] {
        for (const QLabel* label : m_usage.on<QWidget>("usageNotice").findChildren<QLabel*>()) {
            if (label->text().contains(QStringLiteral("could not be read"))) return true;
        }
        return false;
    };
    emit m_usage.details().failed({ErrorKind::Cache, QStringLiteral("The disk is gone."), {}});
    QVERIFY(notice.isVisible() && saysFailure());
    emit m_usage.usage().ready();  // the other picture does not take it away
    QVERIFY(notice.isVisible() && saysFailure());
    emit m_usage.details().ready();
    QCOMPARE(notice.isVisible(), before);
    QVERIFY(!saysFailure() || !notice.isVisible());
    emit m_usage.usage().failed({ErrorKind::Cache, QStringLiteral("The disk is gone."), {}});
    emit m_usage.details().ready();
    QVERIFY(notice.isVisible() && saysFailure());
    emit m_usage.usage().ready();
    QCOMPARE(notice.isVisible(), before);
}

void TestUsagePage::saysHowToGetHours() {
    QVERIFY(!m_usage.on<QWidget>("usageHoursCard").isVisible());
    const auto& command = m_usage.on<QLabel>("hoursCommand");
    QCOMPARE(command.text(),
             QStringLiteral("tokenledger-cli sync --datasets usage --bucket-width 1h --since 2026-11-13"));
    QTest::mouseClick(&m_usage.on<Button>("copyHoursCommand"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), command.text());
}

void TestUsagePage::showsTheHoursThatAreThere() {
    UsageWindow other(true);
    other.open();
    QVERIFY(other.on<QWidget>("usageHoursCard").isVisible());
    QVERIFY(!other.on<QWidget>("noHoursCard").isVisible());
    auto& hours = other.on<CostTrendChart>("usageHours");
    QCOMPARE(hours.markCount(), 6 * 24 + 13);  // today until 13:00
    const QString spoken = hours.markText(24 + 5);
    QVERIFY2(spoken.startsWith(QStringLiteral("Sat 14 Nov 2026 05:00: 112")), qPrintable(spoken));
    QTest::mouseClick(&other.on<Button>("usageHoursWhy"), Qt::LeftButton);
    QVERIFY(other.popoverTexts().contains(formatCount(6 * (24 * 107 + 276) + 13 * 107 + 78)));
    QMenu menu;
    const QString path = other.home.path(QStringLiteral("hours.csv"));
    other.home.dialogs.files = {path};
    choose(find<Button>(*other.window, "export"), QStringLiteral("Tokens by hour..."));
    QFile file(path);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             toCsv(other.report(
                 {QStringLiteral("usage"), days("2026-11-13", "2026-11-19"), Interval::Hour, {}, {}, false})));
}

void TestUsagePage::changesTheTheme() {
    const auto colourAt = [this](const QWidget& widget, QPoint place) {
        return m_usage.window->grab().toImage().pixelColor(widget.mapTo(m_usage.window.get(), place));
    };
    const auto cardColour = [&] { return colourAt(m_usage.on<QWidget>("usageTableCard"), QPoint(600, 4)); };
    // The foot of a closed day's bar: uncached input, the first colour of the family.
    const auto barColour = [&] {
        const QRectF bar = m_usage.chart().markRect(Clicked - Period.first);
        return colourAt(m_usage.chart(),
                        QPoint(static_cast<int>(bar.center().x()), static_cast<int>(bar.bottom()) - 3));
    };
    for (const auto& [theme, action] :
         {std::pair{Theme::Dark, "actionThemeDark"}, {Theme::Light, "actionThemeLight"}}) {
        m_usage.window->findChild<QAction*>(QLatin1String(action))->trigger();
        QTRY_COMPARE(cardColour(), palette(theme).card);
        QCOMPARE(barColour(), palette(theme).family.front());
    }
}

void TestUsagePage::everyControlHasANameAndARole() {
    int controls = 0;
    for (QAbstractButton* button : find<QWidget>(*m_usage.window, "usagePage").findChildren<QAbstractButton*>()) {
        if (!button->isVisible()) continue;
        ++controls;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(button);
        QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(button->objectName()));
        QVERIFY(!button->objectName().isEmpty());
        QVERIFY2(button->focusPolicy() != Qt::NoFocus || button->group() != nullptr, qPrintable(button->objectName()));
    }
    QVERIFY(controls >= 18);
    for (const char* name : {"usageTable", "usagePeriodsTable", "topKeys", "idleKeys", "usageHoursTable"})
        QVERIFY(!m_usage.on<DataTable>(name).accessibleName().isEmpty());
    QVERIFY(!m_usage.chart().accessibleName().isEmpty());
    for (const Tile* tile : m_usage.window->findChildren<Tile*>(QRegularExpression(QStringLiteral("^tileUsage"))))
        QVERIFY(!tile->accessibleName().isEmpty());
}

void TestUsagePage::nothingIsCut_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(1024, 640);
    QTest::newRow("small") << QSize(1280, 720);
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("large") << QSize(1920, 1080);
}

void TestUsagePage::nothingIsCut() {
    QFETCH(QSize, size);
    m_usage.window->resize(size);
    QTRY_COMPARE(m_usage.window->size(), size);
    const auto cutWidget = [this]() -> QString {
        QWidget& page = find<QWidget>(*m_usage.window, "usagePage");
        for (const QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) continue;
            if (button->width() < button->sizeHint().width()) return button->objectName();
            if (button->mapTo(m_usage.window.get(), QPoint(button->width(), 0)).x() > m_usage.window->width())
                return button->objectName();
        }
        for (const Tile* tile : page.findChildren<Tile*>()) {
            if (tile->isCut()) return tile->objectName();
        }
        const auto& sentence = m_usage.on<TextLine>("usageSentence");
        return sentence.isCut() ? sentence.accessibleName() : QString();
    };
    QTRY_COMPARE(cutWidget(), QString());
    for (const char* name : {"usageTable", "topKeys", "idleKeys"}) {
        auto& table = m_usage.on<DataTable>(name);
        int width = 0;
        for (int column = 0; column < table.model()->columnCount(); ++column) width += table.columnWidth(column);
        QTRY_VERIFY2(width <= table.viewport()->width(), name);
        QVERIFY(!table.isColumnHidden(0));
    }
    m_usage.window->resize(1440, 900);
}

void TestUsagePage::remembersItsView() {
    m_usage.stackBy("model");
    // Of a closed organization nothing is left: no key of it beside the figures of another one.
    m_usage.window->controller().close();
    QVERIFY(!m_usage.on<QWidget>("topKeysCard").isVisibleTo(&find<QWidget>(*m_usage.window, "usagePage")));
    m_usage.window->close();
    m_usage.open();
    QVERIFY(m_usage.on<QWidget>("topKeysCard").isVisible());
    QCOMPARE(m_usage.shown().request.rows, Dimension::Model);
    QVERIFY(m_usage.on<QAbstractButton>("usageBy_model").isChecked());
    QVERIFY(m_usage.firstColumn("usageTable").contains(QStringLiteral("Opus 5.5")));
}

QTEST_MAIN(TestUsagePage)
#include "tst_usagepage.moc"
