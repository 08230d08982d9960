#include "tests/gui/usagewindow.h"

#include "app/core/async.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

namespace tokenledger::test {

namespace {

const QStringList Workspaces{{}, QStringLiteral("wrkspc_1"), QStringLiteral("wrkspc_2")};
const QStringList Keys{
    {}, QStringLiteral("apikey_1"), QStringLiteral("apikey_2"), QStringLiteral("apikey_3"), QStringLiteral("apikey_4")};
const QStringList Models{QStringLiteral("claude-opus-5-5"), QStringLiteral("claude-sonnet-5-5"),
                         QStringLiteral("claude-haiku-5-5")};

/// No two figures of a day are alike.
std::vector<UsageInput> usageOf(UtcDay when) {
    std::vector<UsageInput> rows;
    for (int k = 0; k < Keys.size(); ++k) {
        for (int m = 0; m < Models.size(); ++m) {
            if ((when.number() + k + m) % 4 == 0) continue;
            const std::int64_t n = 1'003LL * (k + 1) * (m + 2) * (when.number() % 13 + 1);
            UsageInput row{Workspaces[k % Workspaces.size()], Keys[k], Models[m], {}, {}, {}};
            row.tier = m == 2 ? QStringLiteral("batch") : QStringLiteral("standard");
            row.window = k == 1 ? QStringLiteral("200k-1M") : QStringLiteral("0-200k");
            row.measures = tokens(n * 11, n * 3, n * 2, n * 70 + 1, n * 5, k == 0 ? 2 : 0);
            rows.push_back(row);
        }
    }
    return rows;
}

ListedObject key(const char* id, const char* name, const char* status) {
    return {QString::fromLatin1(id),
            {QString::fromLatin1(name),
             QString::fromLatin1(status),
             QStringLiteral("wrkspc_1"),
             QStringLiteral("2026-10-01T08:00:00Z"),
             QStringLiteral("user_1"),
             {},
             {}}};
}

void storeLists(CacheWriter& writer, const QDateTime& now) {
    ObjectList users{ObjectKind::User, {}, {}};
    users.objects.push_back(
        {QStringLiteral("user_1"), {QStringLiteral("Ada Moreno"), QStringLiteral("a@b.org"), {}, {}}});
    ObjectList keys{ObjectKind::ApiKey, {}, {}};
    keys.objects = {key("apikey_1", "checkout", "active"), key("apikey_2", "search", "active"),
                    key("apikey_3", "batch", "active"),    key("apikey_4", "old batch", "archived"),
                    key("apikey_5", "spare", "active"),    key("apikey_6", "switched off", "inactive")};
    for (const ObjectList& list : {users, keys}) {
        valueOf(writer.storeObjects(list, {answered(now, Dataset::Organization)}));
    }
}

void fillCache(const QString& path, bool withHours) {
    const auto writer = valueOf(CacheWriter::open(path));
    const QDateTime now = at("2026-11-19T13:00:00Z");
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Halden Robotics")}, false,
                                      answered(now, Dataset::Organization)));
    storeLists(*writer, now);
    UsagePageBuilder page;
    for (UtcDay when = Filled.first; when <= Filled.last; when = when + 1) page.bucket(when, usageOf(when));
    valueOf(writer->storeUsage(page.page(), Filled, true, answered(now)));
    if (!withHours) return;
    const DateRange week = days("2026-11-13", "2026-11-19");
    UsagePageBuilder hours(AllUsageDimensions, BucketWidth::Hour);
    for (UtcDay when = week.first; when <= week.last; when = when + 1) {
        for (int hour = 0; hour < 24; ++hour) {
            UsageInput row{Workspaces[1], Keys[1], Models[0], {}, {}, tokens(100 + hour, 0, 0, 7)};
            const bool isOver = when < week.last || hour < 13;
            hours.bucket(when.startSeconds() + hour * 3600, isOver ? std::vector{row} : std::vector<UsageInput>());
        }
    }
    valueOf(writer->storeUsage(hours.page(), week, true, answered(now, Dataset::UsageHourly)));
}

void require(bool holds, const char* what) {
    if (!holds) qFatal("%s", what);
}

}  // namespace

UsageMeasures sumOf(const DateRange& range, const UsageCondition& holds) {
    UsageMeasures sum;
    for (UtcDay when = range.first; when <= range.last; when = when + 1) {
        for (const UsageInput& row : usageOf(when)) {
            if (holds(row)) require(sum.add(row.measures), "sums fit");
        }
    }
    return sum;
}

std::int64_t tokensIn(const DateRange& range, const UsageCondition& holds) {
    return sumOf(range, holds).totalTokens().value();
}

UsageWindow::UsageWindow(bool withHours) {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    fillCache(home.livePath(), withHours);
    home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    FilterState filters;
    filters.period = PeriodPreset::Custom;
    filters.custom = Period;
    home.settings.setFilters(filters);
    look = std::make_unique<Look>(ThemeChoice::Light);
}

void UsageWindow::open() {
    window.reset();
    window = std::make_unique<MainWindow>(home.services, *look);
    window->start();
    window->show();
    require(QTest::qWaitForWindowExposed(window.get()), "no window");
    require(QTest::qWaitFor([this] { return window->controller().overview() != nullptr; }, Patience), "no picture");
    window->activateWindow();
    require(QTest::qWaitForWindowActive(window.get()), "no active window");
    QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
    settle();
}

void UsageWindow::settle() {
    require(QTest::qWaitFor([this] { return usage().isCurrent() && details().isCurrent(); }, Patience), "no usage");
}

void UsageWindow::clickBar(UtcDay when) {
    const QRectF bar = chart().markRect(when - Period.first);
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, bar.center().toPoint());
    settle();
}

void UsageWindow::stackBy(const char* dimension) {
    const QByteArray name = QByteArray("usageBy_") + dimension;
    QTest::mouseClick(&on<QAbstractButton>(name.constData()), Qt::LeftButton);
    settle();
}

QStringList UsageWindow::firstColumn(const char* name) {
    QStringList texts;
    for (const DisplayRow& row : on<DataTable>(name).tableModel().shown().rows) texts.append(row.cells.front().text);
    return texts;
}

DisplayCell UsageWindow::cellOf(const QString& column, int row) {
    const DisplayTable& all = table().tableModel().shown();
    const DisplayRow& line = row < 0 ? all.rows.back() : all.rows.at(static_cast<std::size_t>(row));
    for (std::size_t i = 0; i < all.columns.size(); ++i) {
        if (all.columns[i].title == column) return line.cells[i];
    }
    qFatal("no column %s", qPrintable(column));
}

Table UsageWindow::report(const ReportRequest& request) {
    std::optional<Result<Table>> answered;
    whenDone(window->controller().session()->report(request), window.get(),
             [&answered](const Result<Table>& result) { answered = result; });
    if (!QTest::qWaitFor([&answered] { return answered.has_value(); }, Patience)) qFatal("no report");
    return valueOf(*answered);
}

QStringList UsageWindow::popoverTexts() {
    QWidget* popover = nullptr;
    if (!QTest::qWaitFor([&popover] { return (popover = QApplication::activePopupWidget()) != nullptr; })) return {};
    QStringList texts;
    for (const QLabel* label : popover->findChildren<QLabel*>()) texts.append(label->text());
    popover->close();
    return texts;
}

}  // namespace tokenledger::test
