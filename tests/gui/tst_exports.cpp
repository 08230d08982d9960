// What the window writes is what the command line writes, byte for byte; and both are in the audit log.
#include "app/core/async.h"
#include "tests/gui/samplewindow.h"
#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QTest>

using namespace tokenledger;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestExports : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        // Where the window looks for the program that paints PDF files.
        qputenv("PATH",
                QFileInfo(QStringLiteral(TOKENLEDGER_WINDOW)).absolutePath().toLocal8Bit() + ':' + qgetenv("PATH"));
        m_window = std::make_unique<MainWindow>(m_home.services, m_look);
        m_window->resize(1440, 900);
        m_window->show();
        m_window->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().isEmpty() || m_window->controller().canSync(),
                                 test::SamplePatience);
        if (m_window->controller().isEmpty()) m_window->controller().sync();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().isEmpty() && !m_window->controller().isSyncing(),
                                 test::SamplePatience);
        QVERIFY(test::showSettled(*m_window, PageId::Overview));
    }
    void cleanupTestCase() { m_window.reset(); }

    void tables_data() {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {"csv", "xlsx", "json"}) QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
    void tables() {
        QFETCH(QString, suffix);
        const QString window = m_home.path(QStringLiteral("window.") + suffix);
        exportTo(window, QStringLiteral("Cost by model..."));
        const QString cli = m_home.path(QStringLiteral("cli.") + suffix);
        runCli({QStringLiteral("report"), QStringLiteral("cost"), QStringLiteral("--by"), QStringLiteral("model"),
                QStringLiteral("--format"), suffix, QStringLiteral("--output"), cli});
        QVERIFY(bytesOf(window).size() > 500);
        QCOMPARE(bytesOf(window), bytesOf(cli));
        verifyNoted(window);
    }

    void filteredTable() {
        FilterState state = m_window->controller().filters();
        const auto& models = m_window->controller().values(Dimension::Model);
        const auto found = std::find_if(models.begin(), models.end(), [](const Session::FilterValue& each) {
            return each.value == QLatin1String("claude-opus-5-5");
        });
        QVERIFY(found != models.end());
        state.setFilter(Dimension::Model, {{found->term, found->value, found->name}});
        m_window->controller().setFilters(state);
        const QString window = m_home.path(QStringLiteral("filtered.xlsx"));
        exportTo(window, QStringLiteral("Cost by model..."));
        const QString cli = m_home.path(QStringLiteral("filtered-cli.xlsx"));
        runCli({QStringLiteral("report"), QStringLiteral("cost"), QStringLiteral("--by"), QStringLiteral("model"),
                QStringLiteral("--where"), QStringLiteral("model=claude-opus-5-5"), QStringLiteral("--format"),
                QStringLiteral("xlsx"), QStringLiteral("--output"), cli});
        QCOMPARE(bytesOf(window), bytesOf(cli));
        m_window->controller().setFilters(FilterState());
    }

    void managementReport() {
        const QString window = m_home.path(QStringLiteral("window.pdf"));
        exportTo(window, QStringLiteral("exportManagementReport"));
        const QString cli = m_home.path(QStringLiteral("cli.pdf"));
        runCli({QStringLiteral("report"), QStringLiteral("overview"), QStringLiteral("--format"), QStringLiteral("pdf"),
                QStringLiteral("--output"), cli});
        QVERIFY(bytesOf(window).startsWith("%PDF-"));
        QCOMPARE(bytesOf(window), bytesOf(cli));
        verifyNoted(window);
    }

    void printing() {
        const QString paper = m_home.path(QStringLiteral("paper.pdf"));
        exportTo(paper, QStringLiteral("printManagementReport"));
        QVERIFY(bytesOf(paper).count("/Type /Page\n") >= 2);
    }

    void pseudonyms() {
        m_home.settings.setReplacesNames(true);
        QVERIFY(test::showSettled(*m_window, PageId::ClaudeCode));
        const QString path = m_home.path(QStringLiteral("people.csv"));
        exportTo(path, QStringLiteral("export2"));  // the people
        m_home.settings.setReplacesNames(false);
        QVERIFY2(bytesOf(path).contains("Person "), bytesOf(path).left(300));
        QVERIFY(!bytesOf(path).contains('@'));
        QVERIFY(test::showSettled(*m_window, PageId::Overview));
    }

    void savesListsRunsAndRemovesAReport() {
        test::choose(test::find<Button>(*m_window, "export"), QStringLiteral("saveAsReport"));
        auto& dialog = test::find<QDialog>(*m_window, "saveReport");
        dialog.accept();
        QVERIFY(test::find<QLabel>(dialog, "savedReportProblem").isVisible());  // it has no name yet
        test::find<QLineEdit>(dialog, "savedReportName").setText(QStringLiteral("Chargeback"));
        auto& split = test::find<QComboBox>(dialog, "savedReportSplit");
        split.setCurrentIndex(split.findData(QStringLiteral("workspace")));
        dialog.accept();
        QTRY_COMPARE(savedReports().size(), 1);
        const QString folder = m_home.path(QStringLiteral("pack"));
        QVERIFY(QDir().mkpath(folder));
        m_home.dialogs.files = {folder};
        chooseSaved(QStringLiteral("Write CSV files..."));
        QTRY_VERIFY(QFileInfo::exists(folder + QStringLiteral("/Chargeback-index-2026-10-01-to-2026-10-31.csv")));
        const QString cli = m_home.path(QStringLiteral("pack-cli"));
        runCli({QStringLiteral("run"), QStringLiteral("Chargeback"), QStringLiteral("--output"), cli}, false);
        const QStringList names = QDir(folder).entryList(QDir::Files);
        QVERIFY(names.size() > 3);
        QCOMPARE(names, QDir(cli).entryList(QDir::Files));
        for (const QString& name : names) QCOMPARE(bytesOf(folder + u'/' + name), bytesOf(cli + u'/' + name));
        chooseSaved(QStringLiteral("Remove"));
        QTRY_COMPARE(savedReports().size(), 0);
    }

private:
    void exportTo(const QString& path, const QString& entry) {
        m_home.dialogs.files = {path};
        test::choose(test::find<Button>(*m_window, "export"), entry);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() > 0, test::SamplePatience);
    }
    void runCli(const QStringList& arguments, bool withRange = true) {
        QStringList all = arguments;
        all << QStringLiteral("--cache") << m_home.samplePath() << QStringLiteral("--now")
            << toRfc3339(m_home.clock.now());
        const DateRange range = m_window->controller().range();
        if (withRange)
            all << QStringLiteral("--from") << range.first.toIso() << QStringLiteral("--to") << range.last.toIso();
        QProcess process;
        process.start(QStringLiteral(TOKENLEDGER_CLI), all);
        QVERIFY(process.waitForFinished(test::SamplePatience));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    }
    template <typename T, typename Ask>
    T asked(Ask ask) {
        auto future = m_window->controller().session()->ask(ask);
        future.waitForFinished();
        return future.result().value_or(T());
    }
    std::vector<Definition> savedReports() {
        return asked<std::vector<Definition>>(
            [](const CacheReader& cache) { return cache.definitions(QStringLiteral("saved-report")); });
    }
    /// The file's line in the audit log follows the file.
    void verifyNoted(const QString& path) {
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256).toHex());
        const auto isNoted = [&] {
            for (const AuditEntry& entry :
                 asked<std::vector<AuditEntry>>([](const CacheReader& cache) { return cache.auditLog(); })) {
                if (entry.subject == QFileInfo(path).fileName() && entry.sha256 == hash) return true;
            }
            return false;
        };
        QTRY_VERIFY(isNoted());
    }
    /// The menu is made anew whenever the page's exports change.
    bool triggerSaved(const QString& entry) {
        auto* shelf = m_window->findChild<QMenu*>(QStringLiteral("savedReportsMenu"));
        if (shelf == nullptr) return false;
        const auto* one = shelf->findChild<QMenu*>();
        if (one == nullptr) emit shelf->aboutToShow();
        for (QAction* action : one != nullptr ? one->actions() : QList<QAction*>()) {
            if (action->text() != entry) continue;
            action->trigger();
            return true;
        }
        return false;
    }
    void chooseSaved(const QString& entry) { QTRY_VERIFY(triggerSaved(entry)); }

    test::GuiHome m_home;
    Look m_look{ThemeChoice::Light};
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
