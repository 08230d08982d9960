// Stopped at any moment, or not alone: what was committed stays, and the next sync goes on from there.
#include "tests/e2e/csv.h"
#include "tests/e2e/tendays.h"
#include "tests/support/faults.h"

#include <QFile>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class CliStops : public TenDays {
    Q_OBJECT

private slots:
    void stoppedByTerm() {
        stopAt(
            8, [](QProcess& process) { process.terminate(); }, 7);
    }

    void stoppedByKill() {
        for (const int request : {2, 3, 4, 7, 13}) {
            init();
            stopAt(
                request, [](QProcess& process) { process.kill(); }, -1);
        }
    }

    void secondSyncWhileOneRuns() {
        m_server->inject({.path = CodePath}, answerLate(1500));
        auto first = m_home->start(syncArguments());
        QTRY_VERIFY(m_server->requestsTo(CodePath) >= 1);
        const CliRun second = sync();
        QVERIFY2(second.exitCode == 5, second.all());
        QVERIFY2(second.err.contains("writing") || second.err.contains("another"), second.err);
        QCOMPARE(CliHome::finish(*first).exitCode, 0);
        verifyWhole();
    }

    void reportsWorkWhileASyncRuns() {
        m_server->inject({.path = CodePath}, answerLate(1500));
        auto first = m_home->start(syncArguments());
        QTRY_VERIFY(m_server->requestsTo(CodePath) >= 1);
        QCOMPARE(total("cost"), QStringLiteral("10.23"));
        QCOMPARE(CliHome::finish(*first).exitCode, 0);
    }

private:
    // Stops a sync when its nth request has come; the file must be sound, and the next sync goes on from there.
    void stopAt(int request, const std::function<void(QProcess&)>& stop, int exitCode) {
        auto process = m_home->start(syncArguments());
        QObject context;
        connect(m_server.get(), &FakeAdminServer::requested, &context, [&](int count) {
            if (count == request) stop(*process);
        });
        m_server->inject({.skip = request - 1}, answerLate(200));
        const CliRun stopped = CliHome::finish(*process);
        QVERIFY2(stopped.exitCode == exitCode, stopped.all());
        m_server->clearFaults();
        if (QFile::exists(m_home->cache())) {
            const CliRun sound = m_home->run({QStringLiteral("verify"), QStringLiteral("--cache"), m_home->cache()});
            QVERIFY2(sound.exitCode == 0, sound.all());
        }
        const int before = m_server->requestsTo(CodePath);
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
        if (request > 12)
            QVERIFY(m_server->requestsTo(CodePath) - before < 10);  // final days that came are not asked again
    }
};

QTEST_GUILESS_MAIN(CliStops)
#include "tst_clistops.moc"
