// The window's program, where it needs no window: help, and the charts as files.
#include "tests/e2e/smallorganization.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class WindowProgram : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_setup = std::make_unique<SmallSetup>();  // its environment has no display
        m_window = std::make_unique<CliHome>();
        m_window->program = QStringLiteral(TOKENLEDGER_WINDOW);
        m_window->environment.insert(QStringLiteral("FONTCONFIG_FILE"), qEnvironmentVariable("FONTCONFIG_FILE"));
    }

    void helpAndVersionNeedNoDisplay() {
        for (const char* option : {"--help", "-h", "--version", "-v"}) {
            const CliRun run = m_window->run({QString::fromLatin1(option)});
            QVERIFY2(run.exitCode == 0, run.all());
            QVERIFY2(run.out.contains("okenledger"), run.all());
        }
    }

    void wrongUsage() {
        for (const char* line : {"--export-charts out --nonsense", "--export-charts out --now noon",
                                 "--export-charts out --sample a.tokenledger", "--export-charts out a b"}) {
            const CliRun run = m_window->run(words(line));
            QVERIFY2(run.exitCode == 2, run.all());
            QVERIFY2(run.err.contains("tokenledger: ") && run.err.size() > 30, run.err);
        }
    }

    void chartsOfAFile() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        const QByteArray before = m_setup->home.readFile(QStringLiteral("org.tokenledger"));
        verifyCharts({m_setup->home.cache()});
        verifyCharts({QStringLiteral("--cache"), m_setup->home.cache()});
        QCOMPARE(m_setup->home.readFile(QStringLiteral("org.tokenledger")), before);
    }

    void chartsOfTheSample() {
        verifyCharts({QStringLiteral("--sample"), QStringLiteral("--cache"), m_window->cache()});
        QVERIFY(QFile::exists(m_window->cache()));
    }

    void aPriceListThatIsNoGoodIsNamed() {
        QVERIFY(QDir().mkpath(m_window->path(QStringLiteral(".config/tokenledger"))));
        m_window->writeFile(QStringLiteral(".config/tokenledger/prices.json"), "{}");
        const CliRun run = m_window->run(words("--export-charts charts --sample --now 2026-11-20T13:42:00Z --cache") +
                                         QStringList{m_window->cache()});
        QVERIFY2(run.exitCode == 0, run.all());
        QVERIFY2(run.err.contains(m_window->path(QStringLiteral(".config/tokenledger/prices.json")).toUtf8()), run.err);
    }

    void noCacheMakesNoChartsAndNoCache() {
        const CliRun run = m_window->run(words("--export-charts charts --now 2026-11-20T13:42:00Z --cache none"));
        QVERIFY2(run.exitCode == 5, run.all());
        QVERIFY2(run.err.contains("There is no cache"), run.err);
        QVERIFY(!QFile::exists(m_window->path(QStringLiteral("none"))));
        QVERIFY(!QFile::exists(m_window->path(QStringLiteral("charts"))));
    }

    void noFolderForCharts() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        const CliRun run = m_window->run(words("--export-charts /dev/null/charts") << m_setup->home.cache());
        QVERIFY2(run.exitCode == 2, run.all());
    }

private:
    void verifyCharts(const QStringList& what) {
        QDir(m_window->path(QStringLiteral("charts"))).removeRecursively();
        const CliRun run = m_window->run(words("--export-charts charts --now 2026-11-20T13:42:00Z") + what);
        QVERIFY2(run.exitCode == 0, run.all());
        QCOMPARE(run.out.trimmed().split('\n').size(), 3);
        for (const QByteArray& file : run.out.trimmed().split('\n')) {
            QVERIFY2(!QImage(QString::fromUtf8(file)).isNull(), file);
        }
    }

    std::unique_ptr<SmallSetup> m_setup;
    std::unique_ptr<CliHome> m_window;
};

QTEST_GUILESS_MAIN(WindowProgram)
#include "tst_windowprogram.moc"
