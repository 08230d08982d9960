// The Claude Code page in the real window, on a small cache whose every figure is known.
#include "app/core/async.h"
#include "app/export/tablewriter.h"
#include "charts/costtrendchart.h"
#include "charts/format.h"
#include "charts/sharebars.h"
#include "tests/gui/guifixture.h"
#include "tests/storage/cachefixture.h"
#include "ui/claudecodecontroller.h"
#include "ui/pages/claudecodecharts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/sidebaritem.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/tile.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QSet>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

constexpr int Patience = 60'000;
const DateRange Stored = days("2026-09-20", "2026-11-18");
const DateRange Period = days("2026-10-20", "2026-11-18");  // of the filter bar; its last three are provisional
const UtcDay FailedDay = day("2026-11-04");
const UtcDay Clicked = day("2026-11-10");
constexpr int People = 12;

/// Twelve people and a key; no day like the other.
std::vector<ClaudeCodeRecord> recordsOf(UtcDay when) {
    std::vector<ClaudeCodeRecord> records;
    for (int i = 0; i <= People; ++i) {
        if ((when.number() + i) % 5 == 0) continue;
        ClaudeCodeRecord record;
        const bool key = i == People;
        record.actorType = key ? ClaudeCodeRecord::ActorType::ApiKey : ClaudeCodeRecord::ActorType::User;
        record.actor = key ? "ci-nightly" : "person" + std::to_string(i) + "@halden.example";
        record.terminal = i % 3 == 0 ? "vscode" : i % 3 == 1 ? "iTerm.app" : "tmux";
        record.customerType = "api";
        record.sessions = 1 + (when.number() + i) % 3;
        record.linesAdded = 10 * (i + 1);
        record.commits = key ? 0 : 1 + i % 2;
        record.tools = {{"edit_tool", i + 3, 1}, {"write_tool", 2, 1}};
        record.models = {{"claude-opus-5-5", {1, 1, 1, 1, Money::fromNano(10'000'000LL * (i + 2))}}};
        records.push_back(record);
    }
    return records;
}

ClaudeCodeMeasures sumOf(const DateRange& range) {
    ClaudeCodeMeasures sum;
    for (UtcDay when = range.first; when <= range.last; when = when + 1) {
        if (when == FailedDay) continue;
        for (const ClaudeCodeRecord& r : recordsOf(when)) {
            ClaudeCodeMeasures m{r.sessions, r.linesAdded, 0, r.commits, 0, 0, 0, r.models[0].measures.estimatedCost};
            for (const auto& tool : r.tools) {
                m.toolAccepted += tool.accepted;
                m.toolRejected += tool.rejected;
            }
            if (!sum.add(m)) qFatal("a sum does not fit");
        }
    }
    return sum;
}

void fillCache(const QString& path) {
    const auto writer = valueOf(CacheWriter::open(path));
    const QDateTime now = at("2026-11-19T13:00:00Z");
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Halden Robotics")}, false,
                                      answered(now, Dataset::Organization)));
    const RequestLogEntry log = answered(now, Dataset::ClaudeCode);
    for (UtcDay when = Stored.first; when <= Stored.last; when = when + 1) {
        if (when == FailedDay) {
            const Error error{ErrorKind::BadResponse, QStringLiteral("The server answered with an error."), {}};
            valueOf(writer->recordFailure(Dataset::ClaudeCode, {when, when}, error, log));
        } else {
            valueOf(writer->storeClaudeCode({when, recordsOf(when), {}}, {log}));
        }
    }
    UsagePageBuilder usage;  // a workspace for the filter bar
    usage.bucket(Period.last, {{QStringLiteral("wrkspc_1"),
                                {},
                                QStringLiteral("claude-opus-5-5"),
                                QStringLiteral("standard"),
                                QStringLiteral("0-200k"),
                                tokens(5)}});
    valueOf(writer->storeUsage(usage.page(), {Period.last, Period.last}, true, answered(now, Dataset::Usage)));
}

}  // namespace

class TestClaudeCodePage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }

    void opensByItsKey();
    void saysThatItIsAnEstimate();
    void tilesAreTheSums();
    void chartShowsEveryMeasure();
    void stacksByAnything();
    void aBarFiltersTheTables();
    void rowsOpenIntoTerminals();
    void barsOfToolsByKeyboard();
    void followsTheFilterBar();
    void exportsWhatIsShown();
    void answersWhyThisNumber();
    void changesTheTheme();
    void everyControlHasANameAndARole();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(find<QWidget>(*m_window, "claudeCodePage"), name);
    }
    ClaudeCodeController& code() { return *m_window->findChild<ClaudeCodeController*>(); }
    const ClaudeCodeActivity& shown() { return *code().picture(); }
    CostTrendChart& chart() { return on<CostTrendChart>("claudeCodeChart"); }
    DataTable& table() { return on<DataTable>("claudeCodePeople"); }
    void settle() {
        if (!QTest::qWaitFor([this] { return code().isCurrent(); }, Patience)) qFatal("no picture");
    }
    void clickBar(UtcDay when) {
        const QRectF bar = chart().markRect(when - Period.first);
        QTest::mouseClick(&chart(), Qt::LeftButton, {}, bar.center().toPoint());
        settle();
    }
    std::optional<std::int64_t> totalOf(PeopleColumn column) {
        return table().tableModel().shown().rows.back().cells.at(static_cast<std::size_t>(column)).number;
    }
    QStringList popoverTexts() {
        QWidget* popover = nullptr;
        if (!QTest::qWaitFor([&popover] { return (popover = QApplication::activePopupWidget()) != nullptr; }))
            return {};
        QStringList texts;
        for (const QLabel* label : popover->findChildren<QLabel*>()) texts.append(label->text());
        popover->close();
        return texts;
    }

    GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestClaudeCodePage::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    fillCache(m_home.livePath());
    m_home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    FilterState filters;
    filters.period = PeriodPreset::Custom;
    filters.custom = Period;
    m_home.settings.setFilters(filters);
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->resize(1440, 900);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, Patience);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestClaudeCodePage::opensByItsKey() {
    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
    settle();
    QVERIFY(find<QWidget>(*m_window, "claudeCodePage").isVisible());
    QCOMPARE(find<SidebarItem>(*m_window, "navClaudeCode").accessibleDescription(), QStringLiteral("current page"));
    QVERIFY(chart().isVisible());
}

void TestClaudeCodePage::saysThatItIsAnEstimate() {
    auto& note = on<Notice>("claudeCodeEstimate");
    QVERIFY(note.isVisible());
    QCOMPARE(note.accessibleName(), QStringLiteral("An estimate, not the bill."));
    QCOMPARE(on<TextLine>("claudeCodeSentence").accessibleName(),
             QStringLiteral("%1 sessions by 12 people and 1 API key. 4 Nov failed and is not counted.")
                 .arg(formatCount(sumOf(Period).sessions)));
}

void TestClaudeCodePage::tilesAreTheSums() {
    const ClaudeCodeMeasures sum = sumOf(Period);
    QCOMPARE(shown().total.measures, sum);
    const auto value = [this](const char* name) { return on<Tile>(name).content().value; };
    QCOMPARE(value("codeTileSessions"), formatCount(sum.sessions));
    QCOMPARE(value("codeTileLines"), formatCount(sum.linesAdded));
    QCOMPARE(value("codeTileCommits"), formatCount(sum.commits));
    QCOMPARE(value("codeTileAcceptance"), formatPercent(sum.toolAccepted, sum.toolAccepted + sum.toolRejected));
    QCOMPARE(value("codeTileUsers"), QStringLiteral("12"));
    QCOMPARE(value("codeTileCost"), formatMoney(sum.estimatedCost));
    // The Overview counts the same people.
    QCOMPARE(m_window->controller().overview()->activeUsers, shown().total.users.people);
    QCOMPARE(totalOf(PeopleColumn::Sessions), std::optional(sum.sessions));
    QCOMPARE(totalOf(PeopleColumn::EstimatedCost), std::optional(sum.estimatedCost.nano()));
}

void TestClaudeCodePage::chartShowsEveryMeasure() {
    QCOMPARE(chart().markCount(), Period.days());
    const int bar = Clicked - Period.first;
    const ClaudeCodeMeasures ofDay = sumOf({Clicked, Clicked});
    const auto spoken = [&](const char* measure) {
        choose(on<Button>("claudeCodeMeasure"), QLatin1String(measure));
        return chart().markText(bar);
    };
    const QString title = QStringLiteral("Tue 10 Nov 2026: ");
    QVERIFY(spoken("measure_lines-added").startsWith(title + formatCount(ofDay.linesAdded)));
    QVERIFY(spoken("measure_commits").startsWith(title + formatCount(ofDay.commits)));
    QVERIFY(spoken("measure_estimated-cost").startsWith(title + formatMoney(ofDay.estimatedCost)));
    QSet<std::string> people;
    for (const ClaudeCodeRecord& record : recordsOf(Clicked)) {
        if (record.actorType == ClaudeCodeRecord::ActorType::User) people.insert(record.actor);
    }
    QVERIFY(spoken("measure_active-users").startsWith(title + formatCount(people.size())));
    QVERIFY(!on<Button>("claudeCodeLayers").isEnabled());
    QVERIFY(spoken("measure_sessions").startsWith(title + formatCount(ofDay.sessions)));
    QVERIFY(on<Button>("claudeCodeLayers").isEnabled());
    QVERIFY(chart().markText(FailedDay - Period.first).contains(QStringLiteral("failed")));
}

void TestClaudeCodePage::stacksByAnything() {
    choose(on<Button>("claudeCodeLayers"), QStringLiteral("layers_person"));
    settle();
    QCOMPARE(shown().layers.size(), static_cast<std::size_t>(People) + 1);
    QVERIFY(chart().markText(Clicked - Period.first).contains(QStringLiteral("others")));
    choose(on<Button>("claudeCodeLayers"), QStringLiteral("layers_subscription"));
    settle();
    QVERIFY(chart().markText(Clicked - Period.first).contains(QStringLiteral("API ")));
    choose(on<Button>("claudeCodeLayers"), QStringLiteral("layers_terminal"));
    settle();
    QCOMPARE(shown().layers.size(), std::size_t{3});
}

void TestClaudeCodePage::aBarFiltersTheTables() {
    clickBar(Clicked);
    auto& chip = on<Chip>("claudeCodeChip");
    QVERIFY(chip.isVisible());
    QCOMPARE(chip.text(), QStringLiteral("Tue 10 Nov 2026"));
    const ClaudeCodeMeasures ofDay = sumOf({Clicked, Clicked});
    QCOMPARE(totalOf(PeopleColumn::Sessions), std::optional(ofDay.sessions));
    std::int64_t accepted = 0;
    for (const auto& tool : shown().tools) accepted += tool.accepted;
    QCOMPARE(accepted, ofDay.toolAccepted);
    QCOMPARE(shown().total.measures, sumOf(Period));  // the tiles stay
    chip.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chip, Qt::Key_Delete);
    settle();
    QVERIFY(!chip.isVisible());
    chart().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart(), Qt::Key_End);
    QTest::keyClick(&chart(), Qt::Key_Return);
    settle();
    QCOMPARE(totalOf(PeopleColumn::Sessions), std::optional(sumOf({Period.last, Period.last}).sessions));
    QTest::keyClick(&chart(), Qt::Key_Return);
    settle();
    QCOMPARE(totalOf(PeopleColumn::Sessions), std::optional(sumOf(Period).sessions));
}

void TestClaudeCodePage::rowsOpenIntoTerminals() {
    const int rows = table().model()->rowCount();
    QCOMPARE(rows, People + 2);
    table().setFocus();
    table().setCurrentIndex(table().model()->index(0, 0));
    QTest::keyClick(&table(), Qt::Key_Right);
    QCOMPARE(table().model()->rowCount(), rows + 1);
    const QString terminal = table().tableModel().row(1).cells.front().text;
    QVERIFY(QStringList({QStringLiteral("vscode"), QStringLiteral("iTerm.app"), QStringLiteral("tmux")})
                .contains(terminal));
    QTest::keyClick(&table(), Qt::Key_Left);
    QCOMPARE(table().model()->rowCount(), rows);
    table().clearSelection();
}

void TestClaudeCodePage::barsOfToolsByKeyboard() {
    auto& bars = on<ShareBars>("claudeCodeTools");
    QCOMPARE(bars.markCount(), 2);
    bars.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&bars, Qt::Key_Home);
    const ClaudeCodeActivity::Tool& first = shown().tools.front();
    const std::int64_t all = first.accepted + first.rejected;
    QCOMPARE(bars.markText(bars.currentMark()),
             QStringLiteral("Edit: %1. %2 of %3")
                 .arg(formatPercent(first.accepted, all), formatCount(first.accepted), formatCount(all)));
    QCOMPARE(bars.markValue(0).size(), 8);  // 0.123456
    QTest::keyClick(&bars, Qt::Key_Down);
    QVERIFY(bars.markText(bars.currentMark()).startsWith(QStringLiteral("Write: ")));
    QTest::keyClick(&bars, Qt::Key_Return);
    QVERIFY(popoverTexts().contains(QStringLiteral("Write")));
    QCOMPARE(QAccessible::queryAccessibleInterface(&bars)->role(), QAccessible::Chart);
}

void TestClaudeCodePage::followsTheFilterBar() {
    const FilterState before = m_window->controller().filters();
    FilterState other = before;
    other.custom = days("2026-11-09", "2026-11-15");
    m_window->controller().setFilters(other);
    settle();
    QCOMPARE(totalOf(PeopleColumn::Sessions), std::optional(sumOf(*other.custom).sessions));
    QVERIFY(on<TextLine>("claudeCodeSentence").accessibleName().endsWith(QStringLiteral("1 API key.")));
    // A filter that these data do not know changes nothing, and the page says so.
    const auto& values = m_window->controller().values(Dimension::Workspace);
    QVERIFY(!values.empty());
    other.setFilter(Dimension::Workspace, {{values.front().term, values.front().value, values.front().name}});
    m_window->controller().setFilters(other);
    settle();
    QCOMPARE(totalOf(PeopleColumn::Sessions), std::optional(sumOf(*other.custom).sessions));
    QVERIFY(on<TextLine>("claudeCodeSentence").accessibleName().contains(QStringLiteral("Not filtered by workspace")));
    m_window->controller().setFilters(before);
    settle();
}

void TestClaudeCodePage::exportsWhatIsShown() {
    const auto written = [this](const QString& entry, const QString& name) {
        const QString path = m_home.path(name);
        m_home.dialogs.files = {path};
        choose(find<Button>(*m_window, "export"), entry);
        QFile file(path);
        if (!QTest::qWaitFor([&file] { return file.exists(); }, Patience)) qFatal("no file");
        if (!file.open(QIODevice::ReadOnly)) qFatal("not readable");
        return file.readAll();
    };
    std::optional<Result<Table>> report;
    whenDone(m_window->controller().session()->report(
                 {QStringLiteral("claude-code"), Period, Interval::Day, {Dimension::Terminal}, {}, false}),
             m_window.get(), [&report](const Result<Table>& result) { report = result; });
    QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), Patience);
    QCOMPARE(written(QStringLiteral("Sessions by terminal..."), QStringLiteral("chart.csv")), toCsv(valueOf(*report)));
    const QByteArray people = written(QStringLiteral("People and API keys..."), QStringLiteral("people.csv"));
    QVERIFY(people.contains("ci-nightly,api_key,"));
    QCOMPARE(people.count('\n'), People + 2);
    QVERIFY(written(QStringLiteral("Suggestions accepted, by tool..."), QStringLiteral("tools.csv"))
                .contains("edit_tool,"));
    choose(on<Button>("claudeCodeChartCardMenu"), QStringLiteral("flip"));
    QVERIFY(on<DataTable>("claudeCodePeriods").isVisible());
    choose(on<Button>("claudeCodeChartCardMenu"), QStringLiteral("flip"));
}

void TestClaudeCodePage::answersWhyThisNumber() {
    for (const char* name : {"codeTileSessions", "codeTileLines", "codeTileCommits", "codeTileAcceptance",
                             "codeTileUsers", "codeTileCost"}) {
        QTest::mouseClick(&on<Button>(QByteArray(name).append("Why").constData()), Qt::LeftButton);
        const QStringList texts = popoverTexts();
        QVERIFY2(texts.contains(QStringLiteral("26 of 30 days final, 3 provisional, 1 failed")), name);
        QVERIFY2(texts.contains(QStringLiteral("Left out")), name);
    }
    QTest::mouseClick(&on<Button>("claudeCodeWhy"), Qt::LeftButton);
    QVERIFY(popoverTexts().contains(formatCount(sumOf(Period).sessions)));
    chart().setFocus(Qt::TabFocusReason);
    chart().setCurrentMark(Clicked - Period.first);
    QTest::keyClick(&chart(), '?');
    const QStringList ofBar = popoverTexts();
    QVERIFY(ofBar.contains(QStringLiteral("Sessions · Tue 10 Nov 2026")));
    QVERIFY(ofBar.contains(formatCount(sumOf({Clicked, Clicked}).sessions)));
    QVERIFY(ofBar.contains(QStringLiteral("1 of 1 day final")));
    table().setFocus();
    constexpr int Row = 1;  // of a person: the key above it has no commits
    for (int column = 1; column <= static_cast<int>(PeopleColumn::PerCommit); ++column) {
        table().setCurrentIndex(table().model()->index(Row, column));
        QTest::keyClick(&table(), Qt::Key_Return);
        const QString title = table().tableModel().row(Row).cells.front().text + QStringLiteral(" · ") +
                              table().model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(popoverTexts().contains(title), qPrintable(title));
    }
    table().clearSelection();
}

void TestClaudeCodePage::changesTheTheme() {
    const auto colourOf = [this](const char* name) {
        const auto& widget = on<QWidget>(name);
        return m_window->grab().toImage().pixelColor(widget.mapTo(m_window.get(), QPoint(widget.width() / 2, 4)));
    };
    QCOMPARE(colourOf("claudeCodeTableCard"), palette(Theme::Light).card);
    QCOMPARE(colourOf("claudeCodeEstimate"), palette(Theme::Light).tint);
    m_window->findChild<QAction*>(QStringLiteral("actionThemeDark"))->trigger();
    QTRY_COMPARE(colourOf("claudeCodeTableCard"), palette(Theme::Dark).card);
    QCOMPARE(colourOf("claudeCodeEstimate"), palette(Theme::Dark).tint);
    auto& bars = on<ShareBars>("claudeCodeTools");
    const QPoint inBar = bars.mapTo(m_window.get(), QPoint(6, 24));
    QCOMPARE(m_window->grab().toImage().pixelColor(inBar), palette(Theme::Dark).family[2]);
    m_window->findChild<QAction*>(QStringLiteral("actionThemeLight"))->trigger();
    QTRY_COMPARE(colourOf("claudeCodeTableCard"), palette(Theme::Light).card);
}

void TestClaudeCodePage::everyControlHasANameAndARole() {
    int controls = 0;
    for (QAbstractButton* button : find<QWidget>(*m_window, "claudeCodePage").findChildren<QAbstractButton*>()) {
        if (!button->isVisible()) continue;
        ++controls;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(button);
        QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(button->objectName()));
        const auto role = spoken->role();
        QVERIFY2(role == QAccessible::Button || role == QAccessible::ButtonMenu, qPrintable(button->objectName()));
        QVERIFY2(!button->objectName().isEmpty() && button->focusPolicy() != Qt::NoFocus,
                 qPrintable(button->accessibleName()));
    }
    QVERIFY(controls >= 11);
    for (const char* name : {"claudeCodePeople", "claudeCodePeriods", "claudeCodeToolTable"}) {
        QVERIFY(!on<DataTable>(name).accessibleName().isEmpty());
    }
    QVERIFY(!chart().accessibleName().isEmpty());
    QVERIFY(!on<ShareBars>("claudeCodeTools").accessibleName().isEmpty());
}

void TestClaudeCodePage::nothingIsCut_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(1024, 640);
    QTest::newRow("small") << QSize(1280, 720);
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("large") << QSize(1920, 1080);
}

void TestClaudeCodePage::nothingIsCut() {
    QFETCH(QSize, size);
    m_window->resize(size);
    QTRY_COMPARE(m_window->size(), size);
    const auto cutWidget = [this]() -> QString {
        const auto& page = find<QWidget>(*m_window, "claudeCodePage");
        for (const QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) continue;
            if (button->width() < button->sizeHint().width()) return button->objectName();
            if (button->mapTo(m_window.get(), QPoint(button->width(), 0)).x() > m_window->width())
                return button->objectName();
        }
        for (const Tile* tile : page.findChildren<Tile*>()) {
            if (tile->isCut()) return tile->objectName();
        }
        const auto& sentence = on<TextLine>("claudeCodeSentence");
        return sentence.isCut() ? sentence.accessibleName() : QString();
    };
    QTRY_COMPARE(cutWidget(), QString());
    m_window->resize(1440, 900);
}

QTEST_MAIN(TestClaudeCodePage)
#include "tst_claudecodepage.moc"
