// What the window does by the clock: syncing by itself, and counting down to the rate limit's reset.
#include "tests/api/manualclock.h"
#include "tests/gui/connectedhome.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textline.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;
using namespace std::chrono_literals;

namespace {

const QString First = QStringLiteral("default");
const QByteArray Me = R"({"id":"org-1","name":"Acme","type":"organization"})";
const QByteArray Refusal = R"({"type":"error","error":{"type":"authentication_error","message":"no"}})";

}  // namespace

class TestAutoSync : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void syncsWhenTheLastOneIsOldEnough();
    void syncsAtOnceWhenOpenedLate();
    void goesOnAfterAFailure();
    void doesNotAskAgainWithARefusedKey();
    void waitsForTheFirstSync();
    void neverForTheSampleOrAFile();
    void canBeTurnedOff();
    void anotherIntervalCountsAtOnce();
    void waitsForTheReset();
    void countsDownToTheReset();
    void preferencesTakeAProxy();

private:
    void open(const QDateTime& syncedAt);
    void answerPreferences(const std::function<void(QDialog&)>& fill);
    [[nodiscard]] SessionController& controller() { return m_window->controller(); }
    [[nodiscard]] QAction& action(const char* name) { return *m_window->findChild<QAction*>(QLatin1String(name)); }
    [[nodiscard]] QString activity() { return find<TextLine>(*m_window, "statusActivity").accessibleName(); }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<GuiHome> m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestAutoSync::init() {
    m_clock = std::make_unique<ManualClock>();
    m_home = std::make_unique<GuiHome>(m_clock.get());
    m_look = std::make_unique<Look>(ThemeChoice::Light);
}

void TestAutoSync::cleanup() {
    m_window.reset();
    m_look.reset();
    m_home.reset();
    m_clock.reset();
}

void TestAutoSync::open(const QDateTime& syncedAt) {
    connectOrganization(*m_home, First, {QStringLiteral("org-1"), QStringLiteral("Acme")}, syncedAt);
    m_window = std::make_unique<MainWindow>(m_home->services, *m_look);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(controller().overview() != nullptr);
}

void TestAutoSync::syncsWhenTheLastOneIsOldEnough() {
    open(m_clock->time.addSecs(-1800));
    QVERIFY(!controller().isSyncing());
    QCOMPARE(activity(), QStringLiteral("Next sync 12:30"));
    m_clock->advance(29min);
    QVERIFY(!controller().isSyncing());
    m_home->network.willHang();
    m_clock->advance(1min);
    QVERIFY(controller().isSyncing());
    QTRY_COMPARE(m_home->network.asked.size(), 1U);
    QVERIFY(activity().startsWith(QStringLiteral("Sync ")));
    // Never a second one beside it.
    m_clock->advance(60min);
    m_clock->advance(60min);
    QCOMPARE(m_home->network.asked.size(), 1U);
    // Stopped by hand: an hour's rest from then on.
    action("actionCancelSync").trigger();
    QTRY_VERIFY(!controller().isSyncing());
    QTRY_COMPARE(activity(), QStringLiteral("Next sync 15:30"));
    m_clock->advance(59min);
    QVERIFY(!controller().isSyncing());
}

void TestAutoSync::syncsAtOnceWhenOpenedLate() {
    m_home->network.willHang();
    open(m_clock->time.addDays(-2));
    QTRY_VERIFY(controller().isSyncing());
}

void TestAutoSync::goesOnAfterAFailure() {
    open(m_clock->time.addSecs(-1800));
    m_home->network.willFail(ErrorKind::Network);
    m_clock->advance(30min);
    QTRY_VERIFY(controller().lastSync());
    QTRY_COMPARE(activity(), QStringLiteral("Next sync 13:30"));
    m_clock->advance(59min);
    QVERIFY(!controller().isSyncing());
    m_home->network.willHang();
    m_clock->advance(1min);
    QVERIFY(controller().isSyncing());
}

void TestAutoSync::doesNotAskAgainWithARefusedKey() {
    open(m_clock->time.addSecs(-1800));
    m_home->network.will(401, Refusal);
    m_clock->advance(30min);
    QTRY_VERIFY(controller().lastSync());
    QTRY_COMPARE(activity(), QString());
    m_clock->advance(24h);
    QVERIFY(!controller().isSyncing());
}

void TestAutoSync::waitsForTheFirstSync() {
    m_home->secrets.entries[First] = keyOf(First);
    m_window = std::make_unique<MainWindow>(m_home->services, *m_look);
    m_window->openLive(First);
    QTRY_VERIFY(controller().session() != nullptr && controller().canSync());
    QTRY_VERIFY(controller().overview() != nullptr);
    m_clock->advance(24h);
    QVERIFY(!controller().isSyncing());
}

void TestAutoSync::neverForTheSampleOrAFile() {
    connectOrganization(*m_home, First, {QStringLiteral("org-1"), QStringLiteral("Acme")}, m_clock->time);
    m_window = std::make_unique<MainWindow>(m_home->services, *m_look);
    m_window->openFile(m_home->profiles.cachePath(First));
    QTRY_VERIFY(controller().overview() != nullptr);
    m_clock->advance(24h);
    QVERIFY(!controller().isSyncing());
    QCOMPARE(activity(), QString());
}

void TestAutoSync::canBeTurnedOff() {
    open(m_clock->time);
    QCOMPARE(activity(), QStringLiteral("Next sync 13:00"));
    answerPreferences([](QDialog& dialog) { find<QCheckBox>(dialog, "autoSync").setChecked(false); });
    QCOMPARE(activity(), QString());
    QVERIFY(!m_home->settings.autoSync().on);
    m_clock->advance(24h);
    QVERIFY(!controller().isSyncing());
    // What it was set to is kept for when it is turned on again.
    answerPreferences([](QDialog& dialog) { find<QCheckBox>(dialog, "autoSync").setChecked(true); });
    QCOMPARE(m_home->settings.autoSync(), (Settings::AutoSync{true, 60}));
}

void TestAutoSync::anotherIntervalCountsAtOnce() {
    open(m_clock->time.addSecs(-600));
    QCOMPARE(activity(), QStringLiteral("Next sync 12:50"));
    m_home->network.willHang();
    answerPreferences([](QDialog& dialog) {
        auto& minutes = find<QSpinBox>(dialog, "autoSyncMinutes");
        minutes.setValue(0);
        QCOMPARE(minutes.value(), 1);  // not more often than the server wants
        minutes.setValue(5);
    });
    QVERIFY(controller().isSyncing());
    m_home->settings.setAutoSync({true, 0});
    QCOMPARE(m_home->settings.autoSync().minutes, 1);
}

/// A limit that is used up by somebody else is not run against every minute.
void TestAutoSync::waitsForTheReset() {
    m_home->settings.setAutoSync({true, 1});
    m_home->network.will(200, Me,
                         {{"anthropic-ratelimit-requests-limit", "90"},
                          {"anthropic-ratelimit-requests-remaining", "0"},
                          {"anthropic-ratelimit-requests-reset", "2026-11-20T12:40:00Z"}});
    open(m_clock->time.addSecs(-600));
    QTRY_VERIFY(controller().progress() && controller().progress()->pausedUntil);
    action("actionCancelSync").trigger();
    QTRY_VERIFY(!controller().isSyncing());
    QTRY_COMPARE(activity(), QStringLiteral("Next sync 12:40"));
    m_clock->advance(39min);
    QVERIFY(!controller().isSyncing());
    m_home->network.willHang();
    m_clock->advance(1min);
    QVERIFY(controller().isSyncing());
}

void TestAutoSync::countsDownToTheReset() {
    open(m_clock->time);
    m_home->network.will(200, Me,
                         {{"anthropic-ratelimit-requests-limit", "90"},
                          {"anthropic-ratelimit-requests-remaining", "0"},
                          {"anthropic-ratelimit-requests-reset", "2026-11-20T12:42:10Z"}});
    action("actionSync").trigger();
    QTRY_VERIFY(controller().progress() && controller().progress()->pausedUntil);
    const auto button = [this] { return find<Button>(*m_window, "sync").accessibleName(); };
    auto& panel = find<QLabel>(*m_window, "syncCountdown");
    QTRY_COMPARE(button(), QStringLiteral("Sync under way, 42:10 to reset"));
    QTRY_COMPARE(panel.text(), QStringLiteral("42:10"));
    QCOMPARE(activity(),
             QStringLiteral("Sync 1 of %1 requests, paused to 12:42").arg(controller().progress()->requestsPlanned));
    m_clock->advance(40min);
    QTRY_COMPARE(button(), QStringLiteral("Sync under way, 2:10 to reset"));
    QTRY_COMPARE(panel.text(), QStringLiteral("2:10"));
    QCOMPARE(m_home->network.asked.size(), 1U);
    // It goes on by itself.
    m_home->network.willHang();
    m_clock->advance(130s);
    QTRY_COMPARE(m_home->network.asked.size(), 2U);
    QTRY_VERIFY(controller().progress() && !controller().progress()->pausedUntil);
}

void TestAutoSync::answerPreferences(const std::function<void(QDialog&)>& fill) {
    action("actionPreferences").trigger();
    auto& dialog = find<QDialog>(*m_window, "preferences");
    QVERIFY(dialog.isVisible() && !dialog.isModal());
    const QPointer<QDialog> alive(&dialog);
    fill(dialog);
    QTest::mouseClick(&find<QAbstractButton>(dialog, "preferencesClose"), Qt::LeftButton);
    QTRY_VERIFY(alive.isNull());
}

void TestAutoSync::preferencesTakeAProxy() {
    open(m_clock->time);
    answerPreferences([this](QDialog& dialog) {
        auto& field = find<QLineEdit>(dialog, "proxyField");
        QVERIFY(!field.isEnabled());
        find<QRadioButton>(dialog, "ownProxy").setChecked(true);
        field.setText(QStringLiteral("http://joan:hunter2@proxy.example.com:8080"));
        QTest::mouseClick(&find<QAbstractButton>(dialog, "preferencesClose"), Qt::LeftButton);
        auto& problem = find<QLabel>(dialog, "proxyProblem");
        QVERIFY(problem.isVisible() && problem.text().contains(QStringLiteral("no name and password")));
        QVERIFY(m_home->proxies.empty());
        field.setText(QStringLiteral("proxy.example.com:8080"));
    });
    QCOMPARE(m_home->proxies, std::vector{QUrl(QStringLiteral("http://proxy.example.com:8080"))});
    QCOMPARE(m_home->settings.proxy(), QStringLiteral("http://proxy.example.com:8080"));
    answerPreferences([](QDialog& dialog) {
        QVERIFY(find<QRadioButton>(dialog, "ownProxy").isChecked());
        find<QRadioButton>(dialog, "systemProxy").setChecked(true);
    });
    QCOMPARE(m_home->proxies.back(), QUrl());
    QCOMPARE(m_home->settings.proxy(), QString());
}

QTEST_MAIN(TestAutoSync)
#include "tst_autosync.moc"
