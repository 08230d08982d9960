// The preferences: what is chosen is stored and counts at once in the open window and in what it writes. Help and
// About.
#include "app/export/tablewriter.h"
#include "charts/format.h"
#include "tests/gui/costwindow.h"
#include "ui/dialogs/helptopics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tile.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTest>
#include <QTextBrowser>

using namespace tokenledger;

class TestPreferences : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_cost.open(); }
    void cleanup();

    void themeCountsAtOnce();
    void figuresCountAtOnce();
    void fiscalYearMovesThePeriod_data();
    void fiscalYearMovesThePeriod();
    void fiscalYearCountsAtOnce();
    void newOrganizationsBeginAsChosen();
    void languageIsForTheNextStart();
    void filesAreWrittenAsChosen();
    void csvTakesEveryForm();
    void badSettingsAreForgiven();
    void helpOpensAtThePage();
    void helpIsFoundByItsWords();
    void everyTopicSaysSomething();
    void aboutTellsVersions();

private:
    [[nodiscard]] MainWindow& window() { return *m_cost.window; }
    [[nodiscard]] Settings& settings() { return m_cost.home.settings; }
    [[nodiscard]] QDialog& preferences();
    void choose(const char* name, const QString& entry);
    [[nodiscard]] QString spend() { return test::find<Tile>(window(), "tileSpend").content().value; }

    test::CostWindow m_cost;
};

void TestPreferences::cleanup() {
    if (auto* open = window().findChild<QDialog*>(QStringLiteral("preferences"))) {
        QTest::mouseClick(&test::find<QAbstractButton>(*open, "preferencesClose"), Qt::LeftButton);
        QTRY_VERIFY(window().findChild<QDialog*>(QStringLiteral("preferences")) == nullptr);
    }
}

QDialog& TestPreferences::preferences() {
    test::find<QAction>(window(), "actionPreferences").trigger();
    return test::find<QDialog>(window(), "preferences");
}

void TestPreferences::choose(const char* name, const QString& entry) {
    auto& button = test::find<Button>(preferences(), name);
    auto& sections = test::find<QListWidget>(preferences(), "preferenceSections");
    for (int row = 0; row < sections.count() && !button.isVisible(); ++row) sections.setCurrentRow(row);
    test::choose(button, entry);
}

void TestPreferences::themeCountsAtOnce() {
    choose("preferTheme", QStringLiteral("Dark"));
    QCOMPARE(m_cost.look->theme(), Theme::Dark);
    QCOMPARE(settings().theme(), ThemeChoice::Dark);
    QVERIFY(test::find<QAction>(window(), "actionThemeDark").isChecked());
    choose("preferTheme", QStringLiteral("Light"));
    QCOMPARE(m_cost.look->theme(), Theme::Light);
}

void TestPreferences::figuresCountAtOnce() {
    const Money whole = window().controller().overview()->spend;
    QTRY_COMPARE(spend(), formatMoney(whole, 2, QLocale(QLocale::English, QLocale::UnitedStates)));
    choose("preferFigures", test::find<Button>(preferences(), "preferFigures").text());  // what it is already
    const QLocale german(QLocale::German, QLocale::Germany);
    auto& button = test::find<Button>(preferences(), "preferFigures");
    QTest::mouseClick(&button, Qt::LeftButton);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QAction* wanted = nullptr;
    for (QAction* action : menu->actions()) {
        if (action->text().contains(QStringLiteral("Deutsch (Deutschland)"))) wanted = action;
    }
    QVERIFY(wanted != nullptr && wanted->text().contains(QStringLiteral("$1.234,56")));
    menu->close();
    wanted->trigger();
    QCOMPARE(settings().figures(), QStringLiteral("de-DE"));
    QTRY_COMPARE(spend(), formatMoney(whole, 2, german));
    const auto total = m_cost.total();
    QVERIFY(total.has_value());
    QTRY_COMPARE(m_cost.cellOf(QStringLiteral("Total")).text, formatMoney(Money::fromNano(*total), 2, german));

    cleanup();  // its samples are in the format of when it was opened
    setTableTokens(TokenDigits::Short);
    choose("preferTokens", QStringLiteral("Every digit: 12.345.678"));
    QCOMPARE(settings().tableTokens(), TokenDigits::Every);
    QCOMPARE(formatTableTokens(12'345'678), QStringLiteral("12.345.678"));
    QCOMPARE(formatTokens(12'345'678), QStringLiteral("12,3\u00a0M"));  // tiles stay short
    settings().setFigures(QStringLiteral("en-US"));
    settings().setTableTokens(TokenDigits::Short);
    choose("preferTheme", QStringLiteral("Light"));  // whatever is chosen, all of it counts
    QTRY_COMPARE(spend(), formatMoney(whole, 2, QLocale(QLocale::English, QLocale::UnitedStates)));
}

void TestPreferences::fiscalYearMovesThePeriod_data() {
    QTest::addColumn<QString>("today");
    QTest::addColumn<int>("yearStart");
    QTest::addColumn<QString>("quarter");
    QTest::addColumn<QString>("year");
    QTest::newRow("calendar") << "2026-11-19" << 1 << "2026-10-01"
                              << "2026-01-01";
    QTest::newRow("from October") << "2026-11-19" << 10 << "2026-10-01"
                                  << "2026-10-01";
    QTest::newRow("from April") << "2026-11-19" << 4 << "2026-10-01"
                                << "2026-04-01";
    QTest::newRow("from April, in March") << "2026-03-31" << 4 << "2026-01-01"
                                          << "2025-04-01";
    QTest::newRow("from February") << "2026-01-31" << 2 << "2025-11-01"
                                   << "2025-02-01";
    QTest::newRow("from December, its first day") << "2026-12-01" << 12 << "2026-12-01"
                                                  << "2026-12-01";
    QTest::newRow("from December, the day before") << "2026-11-30" << 12 << "2026-09-01"
                                                   << "2025-12-01";
}

void TestPreferences::fiscalYearMovesThePeriod() {
    QFETCH(QString, today);
    QFETCH(int, yearStart);
    QFETCH(QString, quarter);
    QFETCH(QString, year);
    const UtcDay now = *UtcDay::fromIso(today);
    FilterState state;
    state.period = PeriodPreset::Quarter;
    QCOMPARE(state.range(now, {}, yearStart).first.toIso(), quarter);
    state.period = PeriodPreset::YearToDate;
    QCOMPARE(state.range(now, {}, yearStart).first.toIso(), year);
    QCOMPARE(state.range(now, {}, yearStart).last, now);
}

void TestPreferences::fiscalYearCountsAtOnce() {
    FilterState state = window().controller().filters();
    const FilterState before = state;
    state.period = PeriodPreset::YearToDate;
    window().controller().setFilters(state);
    QTRY_COMPARE(window().controller().overview()->range.first, test::day("2026-01-01"));
    choose("preferYearStart", QStringLiteral("October"));
    QTRY_COMPARE(window().controller().overview()->range.first, test::day("2026-10-01"));
    choose("preferYearStart", QStringLiteral("January"));
    window().controller().setFilters(before);
    m_cost.settle();
}

void TestPreferences::newOrganizationsBeginAsChosen() {
    choose("preferPeriod", QStringLiteral("Last month"));
    choose("preferInterval", QStringLiteral("Week"));
    choose("preferComparison", QStringLiteral("None"));
    const FilterState start = settings().startFilters();
    QCOMPARE(start.period, PeriodPreset::LastMonth);
    QCOMPARE(start.interval, std::optional(Interval::Week));
    QCOMPARE(start.comparison, Comparison::None);
    QVERIFY(settings().filters() != start);  // the open one keeps its own
    Settings fresh(m_cost.home.path(QStringLiteral("fresh.ini")));
    fresh.setStartFilters(start);
    QCOMPARE(fresh.filters(), start);
    settings().setStartFilters({});
}

void TestPreferences::languageIsForTheNextStart() {
    choose("preferLanguage", QStringLiteral("Deutsch"));
    QCOMPARE(settings().language(), LanguageChoice::German);
    QCOMPARE(test::find<QAction>(window(), "actionSync").text(), QStringLiteral("&Sync now"));
    choose("preferLanguage", QStringLiteral("As the system"));
    QCOMPARE(settings().language(), LanguageChoice::System);
}

void TestPreferences::filesAreWrittenAsChosen() {
    choose("csvSeparator", QStringLiteral("Semicolon"));
    choose("csvDecimal", QStringLiteral("Comma"));
    choose("csvLineEnd", QStringLiteral("LF"));
    test::find<QCheckBox>(preferences(), "csvMark").setChecked(true);
    const CsvOptions chosen{.byteOrderMark = true, .separator = ';', .decimalPoint = ',', .unixLineEnds = true};
    QCOMPARE(settings().csv(), chosen);
    const QString path = m_cost.home.path(QStringLiteral("cost.csv"));
    m_cost.home.dialogs.files = {path};
    const Table table = m_cost.report(
        {QStringLiteral("cost"), window().controller().range(), Interval::Day, {Dimension::Workspace}, {}, false});
    auto& menu = test::find<QMenu>(window(), "exportMenu");
    QVERIFY(!menu.actions().isEmpty());
    menu.actions().constFirst()->trigger();
    QFile file(path);
    QTRY_VERIFY_WITH_TIMEOUT(file.exists() && file.size() > 0, test::Patience);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), toCsv(table, chosen));
    settings().setCsv({});
}

void TestPreferences::csvTakesEveryForm() {
    Table table;
    table.columns = {{QStringLiteral("name"), ColumnType::Text, {}},
                     {QStringLiteral("usd"), ColumnType::Money, {}},
                     {QStringLiteral("share"), ColumnType::Ratio, {}},
                     {QStringLiteral("n"), ColumnType::Integer, {}}};
    table.rows = {{QStringLiteral("a;b"), Money::fromNano(-1'500'000'001), Ratio{1, 4}, std::int64_t{1'234}},
                  {QStringLiteral("1,5\tx"), Cell(), Cell(), Cell()}};
    QCOMPARE(toCsv(table), QByteArray("name,usd,share,n\r\na;b,-1.500000001,0.250000,1234\r\n\"1,5\tx\",,,\r\n"));
    CsvOptions options;
    options.separator = ';';
    options.decimalPoint = ',';
    QCOMPARE(toCsv(table, options),
             QByteArray("name;usd;share;n\r\n\"a;b\";-1,500000001;0,250000;1234\r\n1,5\tx;;;\r\n"));
    options.separator = '\t';
    options.decimalPoint = '.';
    options.unixLineEnds = true;
    QCOMPARE(toCsv(table, options),
             QByteArray("name\tusd\tshare\tn\na;b\t-1.500000001\t0.250000\t1234\n\"1,5\tx\"\t\t\t\n"));
    options.separator = ',';
    options.decimalPoint = ',';  // quoted: a comma within a figure is none between columns
    QVERIFY(toCsv(table, options).contains("\"-1,500000001\",\"0,250000\",1234"));
}

void TestPreferences::badSettingsAreForgiven() {
    const QString path = m_cost.home.path(QStringLiteral("bad.ini"));
    {
        QSettings store(path, QSettings::IniFormat);
        store.setValue(QStringLiteral("window/language"), QStringLiteral("tlh"));
        store.setValue(QStringLiteral("window/page"), QStringLiteral("Nowhere"));
        store.setValue(QStringLiteral("filters/year-start"), 99);
        store.setValue(QStringLiteral("csv/separator"), QStringLiteral("pipe"));
    }
    const Settings bad(path);
    QCOMPARE(bad.language(), LanguageChoice::System);
    QCOMPARE(bad.page(), PageId::Overview);
    QCOMPARE(bad.yearStart(), 12);
    QCOMPARE(bad.csv(), CsvOptions());
}

void TestPreferences::helpOpensAtThePage() {
    for (const PageInfo& page : pageList()) {
        window().showPage(page.id);
        test::find<QAction>(window(), "actionMeasures").trigger();
        auto& help = test::find<QDialog>(window(), "measuresHelp");
        QVERIFY(help.isVisible() && !help.isModal());
        QCOMPARE(test::find<QListWidget>(help, "helpTopics").currentItem()->text(), page.title);
        QVERIFY(test::find<QTextBrowser>(help, "helpText").toPlainText().startsWith(page.title));
    }
    window().showPage(PageId::Cost);
}

void TestPreferences::helpIsFoundByItsWords() {
    auto& help = test::find<QDialog>(window(), "measuresHelp");
    auto& search = test::find<QLineEdit>(help, "helpSearch");
    auto& topics = test::find<QListWidget>(help, "helpTopics");
    search.setText(QStringLiteral("premium READ saving"));
    QVERIFY(!topics.findItems(QStringLiteral("Net cache savings"), Qt::MatchExactly).isEmpty());
    QVERIFY(test::find<QTextBrowser>(help, "helpText").toPlainText().contains(QStringLiteral("Write premium")));
    QVERIFY(topics.findItems(QStringLiteral("Rounding"), Qt::MatchExactly).isEmpty());
    search.setText(QStringLiteral("xyzzy"));
    QCOMPARE(topics.count(), 0);
    QVERIFY(test::find<QTextBrowser>(help, "helpText").toPlainText().isEmpty());
    help.close();
}

void TestPreferences::everyTopicSaysSomething() {
    QStringList ids;
    for (const HelpPart& part : helpParts()) {
        QVERIFY(!part.title.isEmpty() && !part.topics.empty());
        for (const HelpTopic& topic : part.topics) {
            QVERIFY(!topic.title.isEmpty() && !topic.text.isEmpty() && !ids.contains(topic.id));
            ids.append(topic.id);
        }
    }
    for (const PageInfo& page : pageList()) QVERIFY2(ids.contains(page.name), qPrintable(page.name));
    QVERIFY(!helpHtml({QStringLiteral("x"), QStringLiteral("<b>"), QStringLiteral("<i>\tk")}).contains(u"<i>"));
}

void TestPreferences::aboutTellsVersions() {
    m_cost.home.services.components = {{QStringLiteral("Qt"), QStringLiteral("6.4.2")},
                                       {QStringLiteral("SQLite"), QStringLiteral("3.40.1")}};
    test::find<QAction>(window(), "actionAbout").trigger();
    auto& about = test::find<QDialog>(window(), "about");
    QVERIFY(about.isVisible() && !about.isModal());
    QTest::mouseClick(&test::find<QAbstractButton>(about, "copyVersions"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Qt 6.4.2\nSQLite 3.40.1\n"));
    about.close();
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
