#include "tests/gui/costwindow.h"

#include "app/core/async.h"

#include <QLabel>
#include <QTest>

namespace tokenledger::test {

namespace {

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

void fillCache(const QString& path) {
    const auto writer = valueOf(CacheWriter::open(path));
    const QDateTime now = at("2026-11-19T13:00:00Z");
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Halden Robotics")}, false,
                                      answered(now, Dataset::Organization)));
    CostPageBuilder page;
    for (UtcDay when = Filled.first; when <= Filled.last; when = when + 1) page.bucket(when, billOf(when));
    valueOf(writer->storeCost(page.page(), Filled, true, answered(now, Dataset::Cost)));
}

void require(bool holds, const char* what) {
    if (!holds) qFatal("%s", what);
}

}  // namespace

std::int64_t sumOf(const DateRange& range) {
    std::int64_t sum = 0;
    for (UtcDay when = range.first; when <= range.last; when = when + 1) {
        for (const CostInput& row : billOf(when)) sum += row.nano;
    }
    return sum;
}

CostWindow::CostWindow() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    fillCache(home.livePath());
    home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    FilterState filters;
    filters.period = PeriodPreset::Custom;
    filters.custom = Period;
    home.settings.setFilters(filters);
    look = std::make_unique<Look>(ThemeChoice::Light);
}

void CostWindow::open() {
    window.reset();
    window = std::make_unique<MainWindow>(home.services, *look);
    window->start();
    window->show();
    require(QTest::qWaitForWindowExposed(window.get()), "no window");
    require(QTest::qWaitFor([this] { return window->controller().overview() != nullptr; }, Patience), "no picture");
    window->activateWindow();
    require(QTest::qWaitForWindowActive(window.get()), "no active window");
    QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
    settle();
}

void CostWindow::settle() {
    require(QTest::qWaitFor([this] { return cost().isCurrent(); }, Patience), "no cost breakdown");
}

void CostWindow::clickBar(UtcDay when) {
    const QRectF bar = chart().markRect(when - Period.first);
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, bar.center().toPoint());
    settle();
}

QStringList CostWindow::firstColumn() {
    QStringList texts;
    for (const DisplayRow& row : table().tableModel().shown().rows) texts.append(row.cells.front().text);
    return texts;
}

DisplayCell CostWindow::cellOf(const QString& column, int row) {
    const DisplayTable& all = table().tableModel().shown();
    const DisplayRow& line = row < 0 ? all.rows.back() : all.rows.at(static_cast<std::size_t>(row));
    for (std::size_t i = 0; i < all.columns.size(); ++i) {
        if (all.columns[i].title == column) return line.cells[i];
    }
    qFatal("no column %s", qPrintable(column));
}

Table CostWindow::report(const ReportRequest& request) {
    std::optional<Result<Table>> answered;
    whenDone(window->controller().session()->report(request), window.get(),
             [&answered](const Result<Table>& result) { answered = result; });
    if (!QTest::qWaitFor([&answered] { return answered.has_value(); }, Patience)) qFatal("no report");
    return valueOf(*answered);
}

QStringList CostWindow::popoverTexts() {
    QWidget* popover = nullptr;
    if (!QTest::qWaitFor([&popover] { return (popover = QApplication::activePopupWidget()) != nullptr; })) return {};
    QStringList texts;
    for (const QLabel* label : popover->findChildren<QLabel*>()) texts.append(label->text());
    popover->close();
    return texts;
}

}  // namespace tokenledger::test
