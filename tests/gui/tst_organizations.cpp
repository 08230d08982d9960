// Several organizations in the real window: connect, switch, rename, remove; and keys that are getting old.
#include "storage/cachereader.h"
#include "tests/api/manualclock.h"
#include "tests/gui/connectedhome.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textline.h"

#include <QAction>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const Organization Acme{QStringLiteral("org-1"), QStringLiteral("Acme & Sons")};
const Organization Umbrella{QStringLiteral("org-2"), QStringLiteral("Umbrella")};
const QString First = QStringLiteral("default");
const QString Second = QStringLiteral("Umbrella");
const QByteArray NoCost = R"({"data":[],"has_more":false,"next_page":null})";

/// Of the audit log.
QStringList keyChanges(const QString& cache) {
    QStringList changes;
    const auto reader = CacheReader::open(cache);
    const auto log = reader ? (*reader)->auditLog() : Result<std::vector<AuditEntry>>();
    if (!log) return changes;
    for (const AuditEntry& entry : *log) {
        if (entry.action == QLatin1String("key")) changes.append(entry.detail);
    }
    return changes;
}

}  // namespace

class TestOrganizations : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void opensTheOneThatWasOpenLast();
    void switches();
    void asksBeforeASyncIsStopped();
    void connectsAnother();
    void goesBackFromConnectingAnother();
    void aKnownOrganizationGetsNoSecondProfile();
    void aNewKeyOfAnotherOrganizationIsConnectedBesideIt();
    void aNewKeyTakesThePlaceOfTheOld();
    void keysOfOtherKindsAreWarnedAbout_data();
    void keysOfOtherKindsAreWarnedAbout();
    void renames();
    void removesAndKeepsTheFile();
    void removesAndDeletesTheFile();
    void thinksBetterOfRemoving_data();
    void thinksBetterOfRemoving();
    void neverDeletesWhatIsOpenElsewhere();
    void removesWithoutAKeychain();
    void remindsOfAnOldKey();
    void doesNotRemindOfAYoungOrHeldKey();

private:
    void show();
    void openFirst();
    void testKey(const QByteArray& key, const Organization& owner);
    [[nodiscard]] Button& button(const char* name) { return find<Button>(*m_window, name); }
    [[nodiscard]] QAction& action(const char* name) { return *m_window->findChild<QAction*>(QLatin1String(name)); }
    [[nodiscard]] QString diagnosis() { return find<QLabel>(*m_window, "diagnosisText").text(); }
    [[nodiscard]] bool isOpen(const QString& profile) const {
        return m_window->controller().profile() == profile && m_window->controller().overview() != nullptr;
    }
    void verifyKeysAreNowhere();

    ManualClock m_clock;
    std::unique_ptr<GuiHome> m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestOrganizations::init() {
    m_clock.time = *fromRfc3339(u"2026-11-20T12:00:00Z");
    m_home = std::make_unique<GuiHome>(&m_clock);
    m_home->settings.setAutoSync({false, 60});
    connectOrganization(*m_home, First, Acme, m_clock.time.addSecs(-3600));
    connectOrganization(*m_home, Second, Umbrella, m_clock.time.addSecs(-3600));
    m_look = std::make_unique<Look>(ThemeChoice::Light);
}

void TestOrganizations::cleanup() {
    if (m_window) verifyKeysAreNowhere();
    m_window.reset();
    m_look.reset();
    m_home.reset();
}

/// In no file and no widget, whatever was done.
void TestOrganizations::verifyKeysAreNowhere() {
    QDirIterator files(QFileInfo(m_home->settingsPath()).path(), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("do-not-keep-me"), qPrintable(file.fileName()));
    }
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        QVERIFY(!label->text().contains(QStringLiteral("do-not-keep-me")));
}

void TestOrganizations::show() {
    m_window = std::make_unique<MainWindow>(m_home->services, *m_look);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestOrganizations::openFirst() {
    show();
    QTRY_VERIFY(isOpen(First));
}

void TestOrganizations::testKey(const QByteArray& key, const Organization& owner) {
    if (find<QLabel>(*m_window, "stepHeading").text() == QStringLiteral("You need an Admin key"))
        QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    m_home->network.will(
        200, R"({"id":")" + owner.id.toUtf8() + R"(","name":")" + owner.name.toUtf8() + R"(","type":"organization"})");
    m_home->network.will(200, NoCost);
    auto& field = find<QLineEdit>(*m_window, "keyField");
    field.selectAll();
    QTest::keyClicks(&field, QString::fromLatin1(key));
    QTest::mouseClick(&button("testKey"), Qt::LeftButton);
    QTRY_VERIFY(find<QWidget>(*m_window, "diagnosis").isVisible());
    QVERIFY(button("wizardNext").isEnabled());
}

void TestOrganizations::opensTheOneThatWasOpenLast() {
    show();
    QTRY_VERIFY(isOpen(First));
    QTRY_COMPARE(m_home->settings.lastOpened().name, First);
    m_window->openLive(Second);
    QTRY_VERIFY(isOpen(Second));
    m_window.reset();
    show();
    QTRY_VERIFY(isOpen(Second));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Umbrella · Tokenledger"));
}

void TestOrganizations::switches() {
    openFirst();
    QCOMPARE(
        organizationEntries(*m_window),
        (QStringList{QStringLiteral("✓ Acme && Sons"), QStringLiteral("Umbrella"), QStringLiteral("Rename..."),
                     QStringLiteral("Remove..."), QStringLiteral("&Open cache..."),
                     QStringLiteral("Open &sample organization"), QStringLiteral("&Connect another organization...")}));
    chooseOrganization(*m_window, QStringLiteral("Umbrella"));
    QTRY_VERIFY(isOpen(Second));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Umbrella · Tokenledger"));
    QCOMPARE(m_window->controller().session()->cachePath(), m_home->profiles.cachePath(Second));
    // Each has a key of its own.
    m_home->network.willHang();
    action("actionSync").trigger();
    QTRY_COMPARE(m_home->network.keySeen, keyOf(Second));
    action("actionCancelSync").trigger();
    QTRY_VERIFY(!m_window->controller().isSyncing());
    chooseOrganization(*m_window, QStringLiteral("organization:default"));
    QTRY_VERIFY(isOpen(First));
    m_home->network.willHang();
    action("actionSync").trigger();
    QTRY_COMPARE(m_home->network.keySeen, keyOf(First));
}

void TestOrganizations::asksBeforeASyncIsStopped() {
    openFirst();
    m_home->network.willHang();
    action("actionSync").trigger();
    QTRY_VERIFY(m_window->controller().isSyncing());
    m_home->dialogs.answers = {0};
    chooseOrganization(*m_window, QStringLiteral("Umbrella"));
    QCOMPARE(m_home->dialogs.shown.size(), 1U);
    QVERIFY(m_home->dialogs.shown.back().text.contains(Acme.name));
    QVERIFY(m_window->controller().isSyncing());
    action("actionConnect").trigger();  // closed without an answer
    QVERIFY(m_window->controller().isSyncing());
    m_home->dialogs.answers = {1};
    chooseOrganization(*m_window, QStringLiteral("Umbrella"));
    QTRY_VERIFY(isOpen(Second));
}

void TestOrganizations::connectsAnother() {
    openFirst();
    action("actionConnect").trigger();
    QCOMPARE(find<QLabel>(*m_window, "firstRunTitle").text(), QStringLiteral("Connect another organization"));
    testKey(keyOf(QStringLiteral("third")), {QStringLiteral("org-3"), QStringLiteral("Stark/Industries")});
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_COMPARE(button("wizardNext").text(), QStringLiteral("Connect and fetch"));
    const QString profile = QStringLiteral("Stark Industries");
    QCOMPARE(m_home->secrets.entries.at(profile), keyOf(QStringLiteral("third")));
    QCOMPARE(m_home->profiles.keyStoredAt(profile), m_clock.time);
    m_home->network.willHang();
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_VERIFY(m_window->controller().isSyncing());
    QCOMPARE(m_window->controller().profile(), profile);
    QTRY_COMPARE(m_home->network.keySeen, keyOf(QStringLiteral("third")));
    QTRY_COMPARE(keyChanges(m_home->profiles.cachePath(profile)),
                 QStringList{QStringLiteral("stored in the keychain")});
    QVERIFY(organizationEntries(*m_window).contains(QStringLiteral("✓ Stark/Industries")));
    // The others are as they were.
    QCOMPARE(m_home->secrets.entries.at(First), keyOf(First));
    QCOMPARE(m_home->secrets.entries.size(), 3U);
}

void TestOrganizations::goesBackFromConnectingAnother() {
    openFirst();
    action("actionConnect").trigger();
    QCOMPARE(button("wizardBack").text(), QStringLiteral("Cancel"));
    QTest::mouseClick(&button("wizardBack"), Qt::LeftButton);
    QTRY_VERIFY(isOpen(First));
    QVERIFY(find<QWidget>(*m_window, "overviewPage").isVisible());
    // Also by way of the menu.
    action("actionConnect").trigger();
    chooseOrganization(*m_window, QStringLiteral("Umbrella"));
    QTRY_VERIFY(isOpen(Second));
}

void TestOrganizations::aKnownOrganizationGetsNoSecondProfile() {
    openFirst();
    action("actionConnect").trigger();
    testKey(keyOf(QStringLiteral("new")), Umbrella);
    QVERIFY2(diagnosis().contains(QStringLiteral("connected already, as Umbrella")), qPrintable(diagnosis()));
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_COMPARE(m_home->secrets.entries[Second], keyOf(QStringLiteral("new")));
    QCOMPARE(m_home->secrets.entries.size(), 2U);
    QCOMPARE(m_home->profiles.names().size(), 2);
}

void TestOrganizations::aNewKeyOfAnotherOrganizationIsConnectedBesideIt() {
    m_home->secrets.entries.erase(First);
    openFirst();
    QVERIFY(m_window->controller().keyProblem());
    QTest::mouseClick(&button("noticeAction"), Qt::LeftButton);
    QCOMPARE(find<QLabel>(*m_window, "firstRunTitle").text(), QStringLiteral("A new key for Acme & Sons"));
    testKey(keyOf(QStringLiteral("third")), {QStringLiteral("org-3"), QStringLiteral("Stark")});
    QVERIFY2(diagnosis().contains(QStringLiteral("another organization than Acme & Sons")), qPrintable(diagnosis()));
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_VERIFY(m_home->secrets.entries.contains(QStringLiteral("Stark")));
    QVERIFY(!m_home->secrets.entries.contains(First));
}

void TestOrganizations::aNewKeyTakesThePlaceOfTheOld() {
    m_home->secrets.entries.erase(First);
    m_home->profiles.setBackfillDays(First, 92);
    openFirst();
    QTest::mouseClick(&button("noticeAction"), Qt::LeftButton);
    testKey(keyOf(QStringLiteral("new")), Acme);
    QVERIFY2(!diagnosis().contains(QStringLiteral("connected already")), qPrintable(diagnosis()));
    m_home->network.willHang();
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    // How far back was said before: it goes on at once.
    QTRY_VERIFY(m_window->controller().isSyncing());
    QCOMPARE(m_window->controller().profile(), First);
    QCOMPARE(m_home->secrets.entries.at(First), keyOf(QStringLiteral("new")));
    QCOMPARE(m_home->profiles.keyStoredAt(First), m_clock.time);
}

void TestOrganizations::keysOfOtherKindsAreWarnedAbout_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("said");
    QTest::newRow("admin") << QByteArray("sk-ant-admin01-do-not-keep-me") << QStringLiteral("Admin key");
    QTest::newRow("ordinary") << QByteArray("sk-ant-api03-do-not-keep-me")
                              << QStringLiteral("ordinary API key, not an Admin key");
    QTest::newRow("enterprise") << QByteArray("sk-ant-api01-do-not-keep-me")
                                << QStringLiteral("Claude Enterprise key, not an Admin key");
    QTest::newRow("other") << QByteArray("oauth-do-not-keep-me") << QStringLiteral("unknown; the server decides");
}

/// The server knows better than a prefix: what it takes is not refused here.
void TestOrganizations::keysOfOtherKindsAreWarnedAbout() {
    QFETCH(QByteArray, key);
    QFETCH(QString, said);
    openFirst();
    action("actionConnect").trigger();
    testKey(key, {QStringLiteral("org-3"), QStringLiteral("Stark")});
    bool found = false;
    for (const TextLine* line : m_window->findChildren<TextLine*>())
        found = found || line->accessibleName().contains(said);
    for (const QLabel* label : m_window->findChildren<QLabel*>()) found = found || label->text() == said;
    QVERIFY2(found, qPrintable(said));
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_COMPARE(m_home->secrets.entries[QStringLiteral("Stark")], key);
}

void TestOrganizations::renames() {
    openFirst();
    m_home->dialogs.textAnswer = QStringLiteral("The parent");
    chooseOrganization(*m_window, QStringLiteral("renameOrganization"));
    QCOMPARE(m_home->dialogs.texts.back().value, Acme.name);
    QCOMPARE(m_window->windowTitle(), QStringLiteral("The parent · Tokenledger"));
    QVERIFY(organizationEntries(*m_window).contains(QStringLiteral("✓ The parent")));
    QCOMPARE(find<TextLine>(*m_window, "statusOrganization").accessibleName(), QStringLiteral("The parent"));
    m_home->dialogs.textAnswer = QString();
    chooseOrganization(*m_window, QStringLiteral("renameOrganization"));
    QCOMPARE(m_home->dialogs.texts.back().value, QStringLiteral("The parent"));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Acme & Sons · Tokenledger"));
    m_home->dialogs.textAnswer.reset();
    chooseOrganization(*m_window, QStringLiteral("renameOrganization"));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Acme & Sons · Tokenledger"));
    // The profile, which the command line takes, keeps its name.
    QCOMPARE(m_window->controller().profile(), First);
}

void TestOrganizations::removesAndKeepsTheFile() {
    openFirst();
    const QString cache = m_home->profiles.cachePath(First);
    m_home->dialogs.answers = {0};
    chooseOrganization(*m_window, QStringLiteral("removeOrganization"));
    const Dialogs::Message& question = m_home->dialogs.shown.front();
    QVERIFY(question.text.contains(Acme.name) && question.more.contains(cache));
    QTRY_VERIFY(isOpen(Second));
    QVERIFY(!m_home->secrets.entries.contains(First) && m_home->secrets.entries.contains(Second));
    QVERIFY(QFileInfo::exists(cache));
    QCOMPARE(m_home->profiles.names(), QStringList{Second});
    QVERIFY(!organizationEntries(*m_window).join(u' ').contains(QStringLiteral("Acme")));
    // What stayed opens without a key, and is taken up again with one.
    m_window->openFile(cache);
    QTRY_COMPARE(find<TextLine>(*m_window, "statusConnection").accessibleName(), QStringLiteral("Read-only cache"));
    action("actionConnect").trigger();
    testKey(keyOf(QStringLiteral("new")), Acme);
    QTest::mouseClick(&button("wizardNext"), Qt::LeftButton);
    QTRY_COMPARE(m_home->secrets.entries[First], keyOf(QStringLiteral("new")));
    QCOMPARE(m_home->profiles.names().size(), 2);
    QCOMPARE(keyChanges(cache), QStringList{QStringLiteral("removed from the keychain")});
}

void TestOrganizations::removesAndDeletesTheFile() {
    openFirst();
    m_home->dialogs.answers = {1, 1, 1, 1};
    chooseOrganization(*m_window, QStringLiteral("removeOrganization"));
    QTRY_VERIFY(isOpen(Second));
    QCOMPARE(m_home->dialogs.shown.size(), 2U);  // deleting is asked for on its own
    QVERIFY(m_home->dialogs.shown.back().more.contains(QStringLiteral("cannot be undone")));
    QVERIFY(!QFileInfo::exists(m_home->profiles.cachePath(First)));
    QVERIFY(!m_home->secrets.entries.contains(First));
    QVERIFY(QFileInfo::exists(m_home->profiles.cachePath(Second)));
    // The last one: the window is where it began.
    chooseOrganization(*m_window, QStringLiteral("removeOrganization"));
    QTRY_VERIFY(find<QWidget>(*m_window, "firstRunPage").isVisible());
    QCOMPARE(find<QLabel>(*m_window, "firstRunTitle").text(), QStringLiteral("Connect your organization"));
    QVERIFY(!button("wizardBack").isEnabled());
    QVERIFY(m_home->secrets.entries.empty() && m_home->profiles.names().isEmpty());
    QCOMPARE(m_home->settings.lastOpened().what, Settings::Opened::Nothing);
}

void TestOrganizations::thinksBetterOfRemoving_data() {
    QTest::addColumn<QList<int>>("answers");
    QTest::newRow("cancelled") << QList<int>{2};
    QTest::newRow("closed") << QList<int>{-1};
    QTest::newRow("cancelled at the second question") << QList<int>{1, 2};
    QTest::newRow("closed at the second question") << QList<int>{1, -1};
}

void TestOrganizations::thinksBetterOfRemoving() {
    QFETCH(QList<int>, answers);
    openFirst();
    m_home->dialogs.answers.assign(answers.begin(), answers.end());
    chooseOrganization(*m_window, QStringLiteral("removeOrganization"));
    QVERIFY(isOpen(First));
    QVERIFY(m_home->secrets.entries.contains(First));
    QVERIFY(QFileInfo::exists(m_home->profiles.cachePath(First)));
}

void TestOrganizations::neverDeletesWhatIsOpenElsewhere() {
    const auto elsewhere = CacheReader::open(m_home->profiles.cachePath(First));
    QVERIFY(elsewhere && (*elsewhere)->status());
    openFirst();
    m_home->dialogs.answers = {1, 1};
    chooseOrganization(*m_window, QStringLiteral("removeOrganization"));
    QTRY_VERIFY(isOpen(Second));
    QCOMPARE(m_home->dialogs.shown.size(), 3U);
    QVERIFY2(m_home->dialogs.shown.back().more.contains(QStringLiteral("open in another window")),
             qPrintable(m_home->dialogs.shown.back().more));
    QVERIFY(QFileInfo::exists(m_home->profiles.cachePath(First)));
    QVERIFY((*elsewhere)->status());
    QCOMPARE(m_home->profiles.names(), QStringList{Second});
}

void TestOrganizations::removesWithoutAKeychain() {
    openFirst();
    m_home->secrets.broken = true;
    m_home->dialogs.answers = {0, 0};
    chooseOrganization(*m_window, QStringLiteral("removeOrganization"));
    QTRY_COMPARE(m_home->dialogs.shown.size(), 2U);
    QVERIFY(m_home->dialogs.shown.back().text.contains(QStringLiteral("a key may stay in it")));
    QVERIFY(isOpen(First));
    m_home->dialogs.answers = {0, 1};
    chooseOrganization(*m_window, QStringLiteral("removeOrganization"));
    QTRY_COMPARE(m_window->controller().profile(), Second);
}

void TestOrganizations::remindsOfAnOldKey() {
    m_home->profiles.noteKeyStored(First, m_clock.time.addDays(-94));
    openFirst();
    auto& notice = find<QWidget>(*m_window, "notice");
    QTRY_VERIFY(notice.isVisible());
    QVERIFY(find<QLabel>(notice, "noticeText").text().contains(QStringLiteral("in use for 94 days")));
    QTest::mouseClick(&find<Button>(notice, "noticeDismiss"), Qt::LeftButton);
    QVERIFY(!find<QLabel>(notice, "noticeText").text().contains(QStringLiteral("in use for")));
    const auto openAgain = [this] {
        m_window.reset();
        show();
        QTRY_VERIFY(isOpen(First));
    };
    m_clock.time = m_clock.time.addDays(29);
    openAgain();
    QVERIFY(!find<QLabel>(*m_window, "noticeText").text().contains(QStringLiteral("in use for")));
    m_clock.time = m_clock.time.addDays(1);
    openAgain();
    QTRY_VERIFY(find<QLabel>(*m_window, "noticeText").text().contains(QStringLiteral("in use for 124 days")));
    // The one thing that helps: a new key.
    QTest::mouseClick(&button("noticeAction"), Qt::LeftButton);
    QCOMPARE(find<QLabel>(*m_window, "firstRunTitle").text(), QStringLiteral("A new key for Acme & Sons"));
}

void TestOrganizations::doesNotRemindOfAYoungOrHeldKey() {
    openFirst();
    QVERIFY(!m_window->controller().keyReminder());
    m_home->profiles.noteKeyStored(First, m_clock.time.addDays(-94));
    QVERIFY(m_window->controller().keyReminder());
    m_window->controller().openLive(First, SecretBuffer::take(keyOf(First)), true);
    QTRY_VERIFY(isOpen(First));
    QVERIFY(!m_window->controller().keyReminder());
    // A key that came by the command line of an older version: its time begins when it is seen.
    m_home->profiles.noteKeyForgotten(First);
    m_window->openLive(First);
    QTRY_VERIFY(isOpen(First));
    QCOMPARE(m_home->profiles.keyStoredAt(First), m_clock.time);
}

QTEST_MAIN(TestOrganizations)
#include "tst_organizations.moc"
