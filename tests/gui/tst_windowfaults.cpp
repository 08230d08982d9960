// The real window where something is wrong with the cache or the range: what it still shows, and what it says.
#include "storage/cachewriter.h"
#include "tests/gui/connectedhome.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textline.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;

namespace {
constexpr int SyncPatience = 240'000;  // a debug build under a sanitizer on a busy machine
}

class TestWindowFaults : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void aCacheInUseOpensToRead();
    void anExportSaysThatDaysAreMissing();
    void aDamagedCacheMakesRoom();

private:
    test::GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

/// The sample organization's cache, made once.
void TestWindowFaults::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    init();
    QSignalSpy finished(&m_window->controller(), &SessionController::syncFinished);
    m_window->openSample();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), SyncPatience);
    m_window.reset();
}

void TestWindowFaults::init() {
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWindowFaults::aCacheInUseOpensToRead() {
    auto writer = CacheWriter::open(m_home.samplePath());
    QVERIFY(writer);
    m_window->openSample();
    QTRY_VERIFY(m_window->controller().overview() != nullptr);
    QVERIFY(m_window->controller().overview()->spend > Money());
    auto& notice = test::find<QWidget>(*m_window, "notice");
    QTRY_VERIFY(notice.isVisible());
    QVERIFY(
        test::find<QLabel>(notice, "noticeText").text().contains(QStringLiteral("Another window or sync is writing")));
    QVERIFY(!m_window->findChild<QAction*>(QStringLiteral("actionSync"))->isEnabled());

    writer->reset();
    QTest::mouseClick(&test::find<Button>(*m_window, "noticeAction"), Qt::LeftButton);
    QTRY_VERIFY(m_window->findChild<QAction*>(QStringLiteral("actionSync"))->isEnabled());
    QVERIFY(!notice.isVisible());
}

void TestWindowFaults::anExportSaysThatDaysAreMissing() {
    m_window->openSample();
    QTRY_VERIFY(m_window->controller().overview() != nullptr);
    FilterState filters = m_window->controller().filters();
    const UtcDay first = m_window->controller().range().first - 730;
    filters.period = PeriodPreset::Custom;
    filters.custom = DateRange{first, first + 9};
    m_window->controller().setFilters(filters);
    const QString path = m_home.path(QStringLiteral("old.csv"));
    m_home.dialogs.files = {path};
    test::choose(test::find<Button>(*m_window, "export"), QStringLiteral("Cost by model..."));
    QTRY_VERIFY(!m_home.dialogs.shown.empty());
    QVERIFY(QFileInfo::exists(path));
    QVERIFY(m_home.dialogs.shown.back().text.contains(QStringLiteral("days are missing")));
    QVERIFY(m_home.dialogs.shown.back().more.contains(QStringLiteral("0 of 10 days final")));
}

void TestWindowFaults::aDamagedCacheMakesRoom() {
    const QDateTime synced(QDate(2026, 11, 18), QTime(8, 0), Qt::UTC);
    test::connectOrganization(m_home, QStringLiteral("acme"), {QStringLiteral("org_1"), QStringLiteral("Acme")},
                              synced);
    const QString path = m_home.profiles.cachePath(QStringLiteral("acme"));
    QFile raw(path);
    QVERIFY(raw.resize(8192 + 100));
    m_window->openLive(QStringLiteral("acme"));
    auto& page = test::find<QWidget>(*m_window, "openFailedPage");
    QTRY_VERIFY(page.isVisible());
    QCOMPARE(test::find<QLabel>(page, "stateTitle").text(), QStringLiteral("This cache is damaged"));
    QVERIFY(m_home.network.asked.empty());
    m_home.network.willHang();
    m_home.dialogs.shown.clear();

    QTest::mouseClick(&test::find<Button>(page, "stateAction"), Qt::LeftButton);
    QTRY_VERIFY(!m_home.dialogs.shown.empty());
    const QString kept = path + QStringLiteral(".damaged-2026-11-19-134200");
    QVERIFY(m_home.dialogs.shown.back().text.contains(kept));
    QCOMPARE(QFileInfo(kept).size(), 8192 + 100);
    // The fresh cache is open, and is filled at once.
    QTRY_VERIFY(m_window->controller().session() != nullptr && m_window->controller().isEmpty());
    QTRY_VERIFY(!m_home.network.asked.empty());
    QVERIFY(QFileInfo(path).size() != 8192 + 100);
}

QTEST_MAIN(TestWindowFaults)
#include "tst_windowfaults.moc"
