// The organizations that are known, how they are called, and how old their keys are.
#include "app/profiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenledger;

namespace {

const QDateTime Noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

}  // namespace

class TestProfiles : public QObject {
    Q_OBJECT
private slots:
    void init();
    void findsWhatIsRememberedAndWhatHasACache();
    void namesThemAsTheUserDoes();
    void anOrganizationHasOneProfile();
    void makesNewNames_data();
    void makesNewNames();
    void madeNamesAreFree();
    void remindsOfAnOldKey();
    void removedOnesAreNotListed();
    void refusesNamesThatAreNone();

private:
    [[nodiscard]] std::unique_ptr<Profiles> open() const;
    void touch(const QString& file) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProfiles::init() { m_folder = std::make_unique<QTemporaryDir>(); }

std::unique_ptr<Profiles> TestProfiles::open() const {
    return std::make_unique<Profiles>(m_folder->filePath(QStringLiteral("data")),
                                      m_folder->filePath(QStringLiteral("settings.ini")));
}

void TestProfiles::touch(const QString& file) const {
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("data"))));
    QFile made(m_folder->filePath(QStringLiteral("data/") + file));
    QVERIFY(made.open(QIODevice::WriteOnly));
}

void TestProfiles::findsWhatIsRememberedAndWhatHasACache() {
    QVERIFY(open()->names().isEmpty());
    for (const char* file : {"default.tokenledger", "sample.tokenledger", "Zürich GmbH.tokenledger", ".x.tokenledger",
                             "default.tokenledger.lock", "default.tokenledger.schema-1.backup", "notes.txt"}) {
        touch(QString::fromUtf8(file));
    }
    open()->noteKeyStored(QStringLiteral("Acme"), Noon);
    const auto profiles = open();
    QStringList names = profiles->names();
    names.sort();  // in which order depends on the language
    QCOMPARE(names, (QStringList{QStringLiteral("Acme"), QStringLiteral("Zürich GmbH"), QStringLiteral("default")}));
    QVERIFY(profiles->hasCache(QStringLiteral("Zürich GmbH")));
    QVERIFY(!profiles->hasCache(QStringLiteral("Acme")));
    profiles->setCachePath(QStringLiteral("Acme"), m_folder->filePath(QStringLiteral("settings.ini")));
    QCOMPARE(profiles->cachePath(QStringLiteral("Acme")), m_folder->filePath(QStringLiteral("settings.ini")));
}

void TestProfiles::namesThemAsTheUserDoes() {
    const QString name = QStringLiteral("default");
    QCOMPARE(open()->displayName(name), name);
    open()->setOrganization(name, {QStringLiteral("org-1"), QStringLiteral("Acme, Inc.")});
    QCOMPARE(open()->displayName(name), QStringLiteral("Acme, Inc."));
    open()->setDisplayName(name, QStringLiteral("  The parent \n company "));
    QCOMPARE(open()->displayName(name), QStringLiteral("The parent company"));
    open()->setOrganization(name, {QStringLiteral("org-1"), QStringLiteral("Acme Holding")});
    QCOMPARE(open()->displayName(name), QStringLiteral("The parent company"));
    QCOMPARE(open()->organization(name)->name, QStringLiteral("Acme Holding"));
    for (const char* own : {"", "Acme Holding"}) {
        open()->setDisplayName(name, QStringLiteral("x"));
        open()->setDisplayName(name, QString::fromLatin1(own));
        QCOMPARE(open()->displayName(name), QStringLiteral("Acme Holding"));
    }
}

void TestProfiles::anOrganizationHasOneProfile() {
    const auto profiles = open();
    profiles->setOrganization(QStringLiteral("default"), {QStringLiteral("org-1"), QStringLiteral("Acme")});
    profiles->setOrganization(QStringLiteral("b"), {QStringLiteral("org-2"), QStringLiteral("Acme")});
    QCOMPARE(profiles->profileOf(QStringLiteral("org-2")), QStringLiteral("b"));
    QVERIFY(profiles->profileOf(QStringLiteral("org-3")).isEmpty());
    QVERIFY(profiles->profileOf({}).isEmpty());
    QVERIFY(!profiles->organization(QStringLiteral("c")));
}

void TestProfiles::makesNewNames_data() {
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("Acme") << QStringLiteral("Acme");
    QTest::newRow("path") << QStringLiteral("../etc/passwd") << QStringLiteral("etc passwd");
    QTest::newRow("letters of the world")
        << QStringLiteral("Käse & Co. 株式会社") << QStringLiteral("Käse Co. 株式会社");
    QTest::newRow("nothing fits") << QStringLiteral("***") << QStringLiteral("organization");
    QTest::newRow("none") << QString() << QStringLiteral("organization");
    QTest::newRow("sample") << QStringLiteral("Sample") << QStringLiteral("Sample 2");
    QTest::newRow("default") << QStringLiteral("default") << QStringLiteral("default 2");
    QTest::newRow("long") << QString(90, QLatin1Char('x')) << QString(40, QLatin1Char('x'));
    QTest::newRow("control characters") << QStringLiteral("a\n\tb\u202Ec") << QStringLiteral("a b c");
}

void TestProfiles::makesNewNames() {
    QFETCH(QString, organization);
    QFETCH(QString, name);
    QCOMPARE(open()->newName(organization), name);
    QVERIFY(Profiles::checkName(name));
}

void TestProfiles::madeNamesAreFree() {
    touch(QStringLiteral("acme.tokenledger"));
    QCOMPARE(open()->newName(QStringLiteral("Acme")), QStringLiteral("Acme 2"));
    open()->noteKeyStored(QStringLiteral("Acme 2"), Noon);
    open()->remove(QStringLiteral("Acme 2"), true);
    QCOMPARE(open()->newName(QStringLiteral("Acme")), QStringLiteral("Acme 3"));
}

void TestProfiles::remindsOfAnOldKey() {
    const QString name = QStringLiteral("default");
    QVERIFY(!open()->keyReminder(name, Noon));  // when it was stored is not known
    open()->noteKeyStored(name, Noon);
    QCOMPARE(open()->keyStoredAt(name), Noon);
    QVERIFY(!open()->keyReminder(name, Noon.addDays(-400)));  // the clock was set back
    QVERIFY(!open()->keyReminder(name, Noon.addDays(90).addSecs(-1)));
    QCOMPARE(open()->keyReminder(name, Noon.addDays(90)), std::optional(90));
    open()->restReminder(name, Noon.addDays(91));
    QVERIFY(!open()->keyReminder(name, Noon.addDays(121).addSecs(-1)));
    QCOMPARE(open()->keyReminder(name, Noon.addDays(121)), std::optional(121));
    open()->noteKeyStored(name, Noon.addDays(122));
    QVERIFY(!open()->keyReminder(name, Noon.addDays(123)));
    open()->noteKeyForgotten(name);
    QVERIFY(!open()->keyReminder(name, Noon.addDays(999)));
}

void TestProfiles::removedOnesAreNotListed() {
    const QString name = QStringLiteral("Acme");
    const auto fill = [&] {
        touch(QStringLiteral("Acme.tokenledger"));
        open()->noteKeyStored(name, Noon);
        open()->setOrganization(name, {QStringLiteral("org-1"), name});
    };
    fill();
    open()->remove(name, true);
    QVERIFY(open()->names().isEmpty());
    QCOMPARE(open()->profileOf(QStringLiteral("org-1")), name);  // connected again, its cache goes on
    QVERIFY(!open()->keyStoredAt(name).isValid());
    fill();
    QCOMPARE(open()->names(), QStringList{name});
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("data/Acme.tokenledger"))));
    open()->remove(name, false);
    QVERIFY(open()->names().isEmpty());
    QVERIFY(open()->profileOf(QStringLiteral("org-1")).isEmpty());
}

void TestProfiles::refusesNamesThatAreNone() {
    for (const char* name : {"", ".", "..", " a", "a/b", "a\\b", ".hidden", "a\nb"}) {
        QVERIFY2(!Profiles::checkName(QString::fromLatin1(name)), name);
    }
    QVERIFY(!Profiles::checkName(QString(65, QLatin1Char('a'))));
    QVERIFY(Profiles::checkName(QStringLiteral("Zürich GmbH-2_b.c")));
}

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
