#include "tests/gui/cachewindow.h"

#include <QLabel>
#include <QTest>

namespace tokenledger::test {

namespace {

void require(bool holds, const char* what) {
    if (!holds) qFatal("%s", what);
}

void fillCache(const QString& path, const std::vector<UsageEntry>& entries) {
    const auto writer = valueOf(CacheWriter::open(path));
    const QDateTime now = at("2026-11-19T13:00:00Z");
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Halden Robotics")}, false,
                                      answered(now, Dataset::Organization)));
    std::map<UtcDay, std::vector<UsageInput>> usage;
    for (const UsageEntry& e : entries) {
        usage[e.day].push_back({e.of(Dimension::Workspace), e.of(Dimension::ApiKey), e.of(Dimension::Model),
                                e.of(Dimension::ServiceTier), QStringLiteral("0-200k"), e.tokens});
    }
    std::vector<QByteArray> texts;
    std::map<UtcDay, std::vector<CostInput>> bill;
    for (const CostLine& line : billOf(entries, texts)) {
        bill[isoDay(line.day)].push_back({QString(), QLatin1String(line.description), QLatin1String(line.tokenType),
                                          QLatin1String(line.model), line.nano});
    }
    for (const auto& [when, rows] : usage) {
        valueOf(writer->storeUsage(UsagePageBuilder().bucket(when, rows).page(), {when, when}, true, answered(now)));
        valueOf(writer->storeCost(CostPageBuilder().bucket(when, bill[when]).page(), {when, when}, true,
                                  answered(now, Dataset::Cost)));
    }
    valueOf(writer->recordFailure(Dataset::Usage, {FailedDay, FailedDay},
                                  {ErrorKind::BadResponse, QStringLiteral("The answer was malformed."), {}},
                                  answered(now)));
}

}  // namespace

CacheWindow::CacheWindow() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    for (const UsageEntry& entry : usageEntries()) {
        if (entry.day <= Period.last) entries.push_back(entry);
    }
    fillCache(home.livePath(), entries);
    home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    FilterState filters;
    filters.period = PeriodPreset::Custom;
    filters.custom = Period;
    home.settings.setFilters(filters);
    look = std::make_unique<Look>(ThemeChoice::Light);
}

void CacheWindow::open() {
    window.reset();
    window = std::make_unique<MainWindow>(home.services, *look);
    window->start();
    window->resize(1440, 900);
    window->show();
    require(QTest::qWaitForWindowExposed(window.get()), "no window");
    require(QTest::qWaitFor([this] { return window->controller().overview() != nullptr; }, Patience), "no picture");
    window->activateWindow();
    require(QTest::qWaitForWindowActive(window.get()), "no active window");
    QTest::keyClick(window.get(), Qt::Key_4, Qt::ControlModifier);
    settle();
}

void CacheWindow::settle() {
    require(QTest::qWaitFor([this] { return cache().isCurrent(); }, Patience), "no cache breakdown");
}

void CacheWindow::clickBar(UtcDay when) {
    const QRectF bar = chart().markRect(when - Period.first);
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, bar.center().toPoint());
    settle();
}

QStringList CacheWindow::texts(int column) {
    QStringList all;
    for (const DisplayRow& row : table().tableModel().shown().rows) {
        all.append(row.cells[static_cast<std::size_t>(column)].text);
    }
    return all;
}

int CacheWindow::columnOf(const QString& title) {
    const auto& columns = table().tableModel().columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].title == title) return static_cast<int>(i);
    }
    qFatal("no column %s", qPrintable(title));
}

DisplayCell CacheWindow::cellOf(const QString& column, int row) {
    const DisplayTable& all = table().tableModel().shown();
    const DisplayRow& line = row < 0 ? all.rows.back() : all.rows.at(static_cast<std::size_t>(row));
    return line.cells[static_cast<std::size_t>(columnOf(column))];
}

QStringList CacheWindow::popoverTexts() {
    QWidget* popover = nullptr;
    if (!QTest::qWaitFor([&popover] { return (popover = QApplication::activePopupWidget()) != nullptr; })) return {};
    QStringList texts;
    for (const QLabel* label : popover->findChildren<QLabel*>()) texts.append(label->text());
    popover->close();
    return texts;
}

}  // namespace tokenledger::test
