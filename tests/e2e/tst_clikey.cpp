// Where the key comes from, and that it goes nowhere but into the request's header.
#include "tests/e2e/clihome.h"
#include "tests/support/fakeadminserver.h"
#include "tests/support/faults.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");

FakeData oneDay() {
    FakeData data;
    FakeCost cost;
    cost.day = *UtcDay::fromIso(u"2026-11-18");
    cost.description = QStringLiteral("Claude Opus 5.5 Usage - Input Tokens");
    cost.cents = QStringLiteral("1250");
    data.cost = {cost};
    return data;
}

}  // namespace

class CliKey : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_server = std::make_unique<FakeAdminServer>();
        m_server->now = *fromRfc3339(Now);
        m_server->data = oneDay();
        m_home = std::make_unique<CliHome>();
    }

    void fromTheEnvironment() { QCOMPARE(sync({}).exitCode, 0); }

    void fromAFile() {
        m_home->environment.insert(QStringLiteral("ANTHROPIC_ADMIN_KEY"),
                                   QStringLiteral("sk-ant-admin01-wrong"));  // the file goes first
        m_home->writeFile(QStringLiteral("key"), QByteArray("  ") + AdminKey + "\r\n");
        QCOMPARE(sync({QStringLiteral("--key-file"), m_home->path(QStringLiteral("key"))}).exitCode, 0);
    }

    void fromStandardInput() {
        m_home->environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        QCOMPARE(sync(words("--key-file -"), QByteArray(AdminKey) + '\n').exitCode, 0);
        QCOMPARE(sync(words("--key-file -"), QByteArray()).exitCode, 3);
    }

    void sampleNeedsNone() {
        m_home->environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        const CliRun run = m_home->run(words("sync --sample --since 2026-11-18 --now 2026-11-20T13:42:00Z --cache")
                                       << m_home->cache());
        QVERIFY2(run.exitCode == 0, run.err);
    }

    void keyTestSaysWhatIsWrong_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("good") << 0 << 0;
        QTest::newRow("refused") << 1 << 3;
        QTest::newRow("forbidden") << 2 << 3;
        QTest::newRow("redirected") << 3 << 4;
    }

    void keyTestSaysWhatIsWrong() {
        QFETCH(int, kind);
        QFETCH(int, exitCode);
        if (kind == 1) m_server->key = "another";
        if (kind == 2) m_server->inject({.times = Always}, failWith(403, "permission_error"));
        if (kind == 3) m_server->inject({.times = Always}, redirectTo(QUrl(QStringLiteral("http://example.com/"))));
        const CliRun run = m_home->run(words("key test") + withServer());
        QVERIFY2(run.exitCode == exitCode, run.all());
        const QByteArray all = run.out + run.err;
        QVERIFY(all.trimmed().size() > 20);
        QVERIFY(!all.contains(AdminKey) && !all.contains("{\""));
        QCOMPARE(all.contains(m_server->data.organizationName.toUtf8()), kind == 0);
        QVERIFY(!QFile::exists(m_home->cache()));
    }

    // With a session bus the real keyring is used; without one there must be a plain error and no fallback.
    void keychain() {
        m_home->environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        const QStringList profile = words("--profile e2e-keychain-test");
        const QByteArray key = QByteArray(AdminKey) + '\n';
        if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
            for (const char* line : {"key set", "key test", "key forget"}) {
                const CliRun run = m_home->run(words(line) + profile + withServer(), key);
                QVERIFY2(run.exitCode == 3, run.all());
                QVERIFY2(run.err.contains("key"), run.err);
            }
            QVERIFY(!m_home->everythingInFiles().contains(AdminKey));
            QVERIFY(m_server->requests().empty());
            return;
        }
        m_home->environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                                   qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        const CliRun set = m_home->run(words("key set") + profile, key);
        QVERIFY2(set.exitCode == 0, set.err);
        QVERIFY(!set.all().contains(AdminKey));
        QVERIFY(m_home->everythingInFiles().contains("key-stored-at="));  // when, for the reminder; not what
        const CliRun test = m_home->run(words("key test") + profile + withServer());
        QVERIFY2(test.exitCode == 0, test.all());
        QCOMPARE(sync(profile).exitCode, 0);
        const CliRun status = m_home->run(words("status --format json --cache") << m_home->cache());
        QCOMPARE(status.json()[u"profiles"].toArray(), QJsonArray{QStringLiteral("e2e-keychain-test")});
        QCOMPARE(sync(words("--profile e2e-another-profile")).exitCode, 3);
        QVERIFY(!m_home->everythingInFiles().contains(AdminKey));
        QCOMPARE(m_home->run(words("key forget") + profile).exitCode, 0);
        QVERIFY(!m_home->everythingInFiles().contains("key-stored-at="));
        QCOMPARE(m_home->run(words("key test") + profile + withServer()).exitCode, 3);
        QCOMPARE(m_home->run(words("key forget") + profile).exitCode, 0);
    }

    void keyIsNowhere_data() {
        QTest::addColumn<QString>("source");
        for (const char* source : {"environment", "file", "standard input"})
            QTest::newRow(source) << QString::fromLatin1(source);
    }

    void keyIsNowhere() {
        QFETCH(QString, source);
        QStringList extra = {QStringLiteral("--log"), m_home->path(QStringLiteral("technical.log")),
                             QStringLiteral("--progress"), QStringLiteral("json")};
        QByteArray input;
        QTemporaryDir elsewhere;
        if (source != u"environment") m_home->environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        if (source == u"file") {
            QFile file(elsewhere.filePath(QStringLiteral("key")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(AdminKey);
            extra << QStringLiteral("--key-file") << file.fileName();
        } else if (source == u"standard input") {
            extra << words("--key-file -");
            input = AdminKey;
        }
        // While it runs: neither its arguments nor its environment show the key to `ps`.
        m_server->inject({.path = QStringLiteral("cost_report")}, answerLate(300));
        m_server->inject({.path = QStringLiteral("claude_code")}, failWith(500, "api_error"));
        m_server->inject({.path = QStringLiteral("usage_report/messages"), .times = Always}, htmlPage(400));
        QByteArray seen;
        auto process = m_home->start(words("sync --since 2026-11-18") + withServer() + extra, input);
        connect(m_server.get(), &FakeAdminServer::requested, process.get(), [&seen, pid = process->processId()] {
            for (const char* name : {"cmdline", "environ"}) {
                QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
                if (file.open(QIODevice::ReadOnly)) seen += file.readAll();
            }
        });
        const CliRun run = CliHome::finish(*process);
        QCOMPARE(run.exitCode, 7);
        QVERIFY(seen.contains("--since"));
        QVERIFY(!seen.contains(AdminKey));
        QVERIFY(!run.out.contains(AdminKey) && !run.err.contains(AdminKey));

        for (const char* format : {"csv", "json", "table"}) {
            const CliRun report = m_home->run(words("report cost --from 2026-11-18 --to 2026-11-20 --format") +
                                              QStringList{QString::fromLatin1(format), QStringLiteral("--output"),
                                                          m_home->path(QString::fromLatin1(format)),
                                                          QStringLiteral("--cache"), m_home->cache()});
            QCOMPARE(report.exitCode, 0);
        }
        const CliRun log = m_home->run(
            words("report sync-log --format csv --output") +
            QStringList{m_home->path(QStringLiteral("log.csv")), QStringLiteral("--cache"), m_home->cache()});
        QCOMPARE(log.exitCode, 0);

        const QByteArray files = m_home->everythingInFiles();
        for (const char* name : {"technical.log", "org.tokenledger", "log.csv", "/json", "/csv", "/table"})
            QVERIFY2(files.contains(name), name);
        QVERIFY(files.contains("cost_report"));  // the log and the cache tell the requests
        QVERIFY(!files.contains(AdminKey));
        QVERIFY(!files.contains(QByteArray(AdminKey).mid(15)));  // nor without its prefix
        QVERIFY(!files.contains(QByteArray(AdminKey).toBase64().left(20)));
        for (const FakeRequest& request : m_server->requests()) {
            QCOMPARE(request.header("x-api-key"), QByteArray(AdminKey));
            for (const auto& [name, value] : request.headers) QVERIFY(name == "x-api-key" || !value.contains(AdminKey));
            QVERIFY(!request.path.contains(QLatin1String(AdminKey)) &&
                    !request.query.contains(QLatin1String(AdminKey)));
        }
    }

    void refusedKeyIsNotRepeatedInTheError() {
        m_home->environment.insert(QStringLiteral("ANTHROPIC_ADMIN_KEY"),
                                   QStringLiteral("sk-ant-admin01-mistyped-but-secret"));
        // A server that echoes what it got must not get it into the program's output or cache.
        m_server->inject({.times = Always}, [](FakeAnswer& answer) {
            answer.status = 401;
            answer.body =
                R"({"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key sk-ant-admin01-mistyped-but-secret"}})";
        });
        const CliRun run = sync({QStringLiteral("--log"), m_home->path(QStringLiteral("log"))});
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(!run.all().contains("mistyped-but-secret"), run.err);
        QVERIFY(!m_home->everythingInFiles().contains("mistyped-but-secret"));
    }

private:
    [[nodiscard]] QStringList withServer() const {
        return {QStringLiteral("--base-url"), m_server->url().toString(),
                QStringLiteral("--cache"),    m_home->cache(),
                QStringLiteral("--now"),      Now};
    }
    [[nodiscard]] CliRun sync(const QStringList& extra, const QByteArray& input = {}) const {
        return m_home->run(words("sync --since 2026-11-18") + withServer() + extra, input);
    }

    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<CliHome> m_home;
};

QTEST_GUILESS_MAIN(CliKey)
#include "tst_clikey.moc"
