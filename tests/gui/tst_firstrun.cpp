// The first run with a key: refused, good, no keychain; and what the window says about a connected, empty cache.
#include "tests/gui/guifixture.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textline.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

using namespace tokenledger;

namespace {

const QByteArray Me = R"({"id":"org-1","name":"Acme","type":"organization"})";
const QByteArray NoCost = R"({"data":[],"has_more":false,"next_page":null})";
const QByteArray Refusal =
    R"({"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"req_42"})";
const QString Key = QStringLiteral("sk-ant-admin01-do-not-keep-me");

}  // namespace

class TestFirstRun : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void refusedKeyIsDiagnosedAndNotStored();
    void goodKeyGoesIntoTheKeychainOnly();
    void aLateKeychainIsNotListenedTo();
    void enterGoesOnAfterAGoodTest();
    void withoutAKeychainTheKeyIsHeldForThisRun();
    void changingTheKeyTakesTheVerdictBack();
    void offlineSaysSoAndOffersToTryAgain();

private:
    void toTheKeyField();
    void test(const QString& key);
    [[nodiscard]] QWidget& state() { return test::find<QWidget>(*m_window, "statePage"); }
    [[nodiscard]] Button& stateAction() { return test::find<Button>(state(), "stateAction"); }
    [[nodiscard]] Button& button(const char* name) { return test::find<Button>(*m_window, name); }
    void verifyKeyIsNowhere(const QString& key);

    std::unique_ptr<test::GuiHome> m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestFirstRun::init() {
    m_home = std::make_unique<test::GuiHome>();
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(m_home->services, *m_look);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFirstRun::cleanup() {
    m_window.reset();
    m_look.reset();
    m_home.reset();
}

void TestFirstRun::toTheKeyField() {
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QVERIFY(!button("wizardNext").isEnabled());
}

void TestFirstRun::test(const QString& key) {
    auto& field = test::find<QLineEdit>(*m_window, "keyField");
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    field.selectAll();
    QTest::keyClicks(&field, key);
    QTest::mouseClick(&button("testKey"), Qt::LeftButton);
    QTRY_VERIFY(test::find<QWidget>(*m_window, "diagnosis").isVisible());
}

/// Not in the settings file, not in the cache, not in a widget.
void TestFirstRun::verifyKeyIsNowhere(const QString& key) {
    QFile settings(m_home->settingsPath());
    if (settings.open(QIODevice::ReadOnly)) QVERIFY(!settings.readAll().contains(key.toUtf8()));
    QFile cache(m_home->livePath());
    if (cache.open(QIODevice::ReadOnly)) QVERIFY(!cache.readAll().contains(key.toUtf8()));
    for (const QLineEdit* field : m_window->findChildren<QLineEdit*>()) QVERIFY(!field->text().contains(key));
    for (const QLabel* label : m_window->findChildren<QLabel*>()) QVERIFY(!label->text().contains(key));
}

void TestFirstRun::refusedKeyIsDiagnosedAndNotStored() {
    const QString ordinary = QStringLiteral("sk-ant-api03-not-an-admin-key");
    toTheKeyField();
    m_home->network.will(401, Refusal, {{"request-id", "req_42"}});
    test(ordinary);
    QCOMPARE(test::find<QLabel>(*m_window, "diagnosisHeadline").text(), QStringLiteral("This is an ordinary API key."));
    QVERIFY(test::find<QLabel>(*m_window, "diagnosisText").text().contains(QStringLiteral("sk-ant-admin01-")));
    auto& technical = test::find<QLabel>(*m_window, "technicalDetails");
    QVERIFY(!technical.isVisible());
    QTest::mouseClick(&button("technicalToggle"), Qt::LeftButton);
    QVERIFY(technical.isVisible());
    QVERIFY(technical.text().contains(QStringLiteral("req_42")));
    QVERIFY(!button("wizardNext").isEnabled());
    QVERIFY(m_home->secrets.entries.empty());
    QTest::mouseClick(&button("openConsole"), Qt::LeftButton);
    QCOMPARE(m_home->dialogs.addresses.size(), 1);
    test::find<QLineEdit>(*m_window, "keyField").clear();
    verifyKeyIsNowhere(ordinary);
}

void TestFirstRun::goodKeyGoesIntoTheKeychainOnly() {
    toTheKeyField();
    m_home->network.will(200, Me);
    m_home->network.will(200, NoCost);
    test(Key);
    QVERIFY(m_home->secrets.entries.empty());
    QVERIFY(button("wizardNext").isEnabled());
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_COMPARE(m_home->secrets.entries.size(), std::size_t{1});
    QCOMPARE(m_home->secrets.entries.at(QStringLiteral("default")), Key.toUtf8());
    QTRY_COMPARE(button("wizardNext").text(), QStringLiteral("Connect and fetch"));
    verifyKeyIsNowhere(Key);
    test::find<QRadioButton>(*m_window, "howFar92").setChecked(true);
    // The first request of the sync never gets its answer: the window shows that it is under way.
    m_home->network.willHang();
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_VERIFY(m_window->controller().isSyncing());
    QCOMPARE(m_home->profiles.backfillDays(QStringLiteral("default")), 92);
    QTRY_VERIFY(test::find<QWidget>(*m_window, "syncPanel").isVisible());
    QCOMPARE(test::find<TextLine>(*m_window, "statusConnection").accessibleName(),
             QStringLiteral("Ready · key in keychain"));
    QTRY_COMPARE(m_home->network.keySeen, Key.toUtf8());
    // Stopped before anything came: the cache is empty, and says so with the one thing that helps.
    QTest::mouseClick(&button("stopSync"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->controller().isSyncing());
    QTRY_VERIFY(state().isVisible());
    QCOMPARE(stateAction().text(), QStringLiteral("Sync now"));
    verifyKeyIsNowhere(Key);
}

void TestFirstRun::aLateKeychainIsNotListenedTo() {
    toTheKeyField();
    m_home->network.will(200, Me);
    m_home->network.will(200, NoCost);
    test(Key);
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    // Back to the start page before the keychain has answered.
    m_window->findChild<QAction*>(QStringLiteral("actionConnect"))->trigger();
    QTRY_COMPARE(m_home->secrets.entries.size(), std::size_t{1});
    QCOMPARE(test::find<QLabel>(*m_window, "stepHeading").text(), QStringLiteral("You need an Admin key"));
}

void TestFirstRun::enterGoesOnAfterAGoodTest() {
    toTheKeyField();
    m_home->network.will(200, Me);
    m_home->network.will(200, NoCost);
    test(Key);
    QTest::keyClick(&test::find<QLineEdit>(*m_window, "keyField"), Qt::Key_Return);
    QTRY_COMPARE(button("wizardNext").text(), QStringLiteral("Connect and fetch"));
}

void TestFirstRun::withoutAKeychainTheKeyIsHeldForThisRun() {
    m_home->secrets.broken = true;
    toTheKeyField();
    m_home->network.will(200, Me);
    m_home->network.will(200, NoCost);
    test(Key);
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_VERIFY(button("holdKey").isVisible());
    QVERIFY(test::find<QLabel>(*m_window, "diagnosisHeadline").text().contains(QStringLiteral("keychain")));
    QTest::mouseClick(&button("holdKey"), Qt::LeftButton);
    m_home->network.willHang();
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_VERIFY(m_window->controller().isSyncing());
    QCOMPARE(test::find<TextLine>(*m_window, "statusConnection").accessibleName(),
             QStringLiteral("Ready · key held for this run"));
    QVERIFY(m_home->secrets.entries.empty());
    verifyKeyIsNowhere(Key);
}

void TestFirstRun::changingTheKeyTakesTheVerdictBack() {
    toTheKeyField();
    m_home->network.will(200, Me);
    m_home->network.will(200, NoCost);
    test(Key);
    QVERIFY(button("wizardNext").isEnabled());
    QTest::keyClicks(&test::find<QLineEdit>(*m_window, "keyField"), QStringLiteral("x"));
    QVERIFY(!button("wizardNext").isEnabled());
    QVERIFY(!test::find<QWidget>(*m_window, "diagnosis").isVisible());
}

void TestFirstRun::offlineSaysSoAndOffersToTryAgain() {
    m_home->secrets.entries[QStringLiteral("default")] = Key.toUtf8();
    for (int i = 0; i < 3; ++i) m_home->network.willFail(ErrorKind::Network);
    m_window->openLive(QStringLiteral("default"));
    QTRY_VERIFY(state().isVisible());
    QTest::mouseClick(&stateAction(), Qt::LeftButton);
    QTRY_COMPARE(stateAction().text(), QStringLiteral("Try again"));
    QCOMPARE(test::find<QLabel>(state(), "stateTitle").text(), QStringLiteral("Offline."));
    QTRY_COMPARE(test::find<TextLine>(*m_window, "statusConnection").accessibleName(),
                 QStringLiteral("Offline · key in keychain"));
}

QTEST_MAIN(TestFirstRun)
#include "tst_firstrun.moc"
