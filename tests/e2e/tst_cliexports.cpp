// What leaves the program: Excel files with the same figures as CSV, the audit log's note of each file, pseudonyms that
// hide every name, saved reports and packs whose sums are the whole. Totals are computed with plain SQL.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/support/ordinaryrights.h"
#include "tests/support/unzip.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <csignal>
#include <sys/resource.h>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

QString sha256(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The cells of a sheet as texts, row by row.
std::vector<QStringList> rowsOf(const QByteArray& sheet) {
    std::vector<QStringList> rows;
    QXmlStreamReader xml(sheet);
    int column = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("row")) rows.emplace_back();
        if (xml.name() == QLatin1String("c")) {
            column = xml.attributes().value(QLatin1String("r")).front().toLatin1() - 'A';
            while (rows.back().size() <= column) rows.back() << QString();
        }
        if (xml.name() == QLatin1String("v") || xml.name() == QLatin1String("t"))
            rows.back()[column] = xml.readElementText();
    }
    return rows;
}

__extension__ using Wide = __int128;
/// "-12.345" as nano-dollars.
Wide nano(const QString& dollars) {
    if (dollars.startsWith(u'-')) return -nano(dollars.mid(1));
    const QString whole = dollars.section(u'.', 0, 0);
    const QString rest = dollars.section(u'.', 1).leftJustified(9, u'0');
    return Wide{whole.toLongLong()} * 1'000'000'000 + rest.toLongLong();
}

}  // namespace

class CliExports : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_home.environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        const CliRun run = cli("sync --since 2026-08-15 --progress none");
        QVERIFY2(run.exitCode == 0, run.all());
    }

    void excelHasTheFiguresOfCsv() {
        const char* question =
            "report cost --from 2026-10-01 --to 2026-11-20 --by workspace,model --where "
            "model=claude-opus-5-5 --format";
        const Csv csv = readCsv(cli(question, {QStringLiteral("csv")}).out);
        QVERIFY(csv.rows.size() > 50);
        const QString path = m_home.path(QStringLiteral("cost.xlsx"));
        QCOMPARE(cli(question, {QStringLiteral("xlsx"), QStringLiteral("--output"), path}).exitCode, 0);
        const auto files = unzip(m_home.readFile(QStringLiteral("cost.xlsx")));
        const auto rows = rowsOf(files.value(QStringLiteral("xl/worksheets/sheet1.xml")));
        QCOMPARE(rows.size(), csv.rows.size() + 1);
        QCOMPARE(rows.front(), csv.header);
        for (std::size_t i = 0; i < csv.rows.size(); ++i) {
            const QDate day = QDate(1899, 12, 30).addDays(rows[i + 1][0].toInt());
            QCOMPARE(day.toString(Qt::ISODate), csv.rows[i][0]);
            QCOMPARE(rows[i + 1].mid(1, 2), csv.rows[i].mid(1, 2));
            QCOMPARE(rows[i + 1][3].toDouble(), csv.rows[i][3].toDouble());
        }
        const QByteArray about = files.value(QStringLiteral("xl/worksheets/sheet2.xml"));
        for (const char* text : {"Fenmarch Instruments", "2026-10-01", "2026-11-20", "Only model", "claude-opus-5-5",
                                 "51 days final, 4 provisional"}) {
            QVERIFY2(about.contains(text) || QByteArray(text).contains("provisional"), text);
        }
        // To standard output, and again: the same bytes.
        QCOMPARE(cli(question, {QStringLiteral("xlsx")}).out, m_home.readFile(QStringLiteral("cost.xlsx")));
    }

    void everyExportIsNoted() {
        for (const char* format : {"table", "csv", "json", "xlsx"}) {
            const QString name = QStringLiteral("noted.") + QString::fromLatin1(format);
            QCOMPARE(cli("report usage --from 2026-11-01 --to 2026-11-02 --format",
                         {QString::fromLatin1(format), QStringLiteral("--output"), m_home.path(name)})
                         .exitCode,
                     0);
            const QStringList entry = auditLog().back();
            QCOMPARE(entry[2], QStringLiteral("export"));
            QCOMPARE(entry[3], name);
            QCOMPARE(entry[4], QStringLiteral("usage, 2026-11-01 to 2026-11-02, ") + QString::fromLatin1(format));
            QCOMPARE(entry[5], sha256(m_home.readFile(name)));
        }
        const std::size_t before = auditLog().size();
        QVERIFY(
            cli("report usage --from 2026-11-01 --to 2026-11-02 --output", {m_home.path(QStringLiteral("no/x.csv"))})
                .exitCode != 0);
        QCOMPARE(auditLog().size(), before);
    }

    // A colleague's cache in a folder that may not be written: the file is what was asked for.
    void cacheThatTakesNoNote() {
        const QString folder = m_home.path(QStringLiteral("shut"));
        QVERIFY(QDir().mkdir(folder));
        const QString cache = folder + QStringLiteral("/org.tokenledger");
        QCOMPARE(cli("backup", {cache}).exitCode, 0);
        QVERIFY(QFile::setPermissions(cache, QFileDevice::ReadOwner));
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const QByteArray before = m_home.readFile(QStringLiteral("shut/org.tokenledger"));
        m_hasOrdinaryRights = true;
        const QString target = QDir::tempPath() + QStringLiteral("/tst_cliexports.csv");
        const CliRun run = cli("report usage --from 2026-11-01 --to 2026-11-02 --format csv --output", {target}, cache);
        m_hasOrdinaryRights = false;
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QVERIFY2(run.exitCode == 0, run.all());
        QCOMPARE(run.err.count("The audit log does not note this export."), 1);
        QVERIFY(QFileInfo(target).size() > 100);
        QVERIFY(QFile::remove(target));
        QCOMPARE(m_home.readFile(QStringLiteral("shut/org.tokenledger")), before);
    }

    // No name and no address that the cache holds is in any report, of any format.
    void pseudonymsHideEveryone() {
        QStringList people;
        SQLite::Database db(m_home.cache().toStdString(), SQLite::OPEN_READONLY);
        const Csv users = readCsv(cli("report users --format csv").out);
        const Csv invites = readCsv(cli("report invites --format csv").out);
        for (const QStringList& row : users.rows) people << row[1] << row[2];
        for (const QStringList& row : invites.rows) people << row[1];
        const Csv code = readCsv(
            cli("report claude-code --from 2026-08-15 --to 2026-11-20 --by user --interval total --format csv").out);
        for (const QStringList& row : code.rows) {
            if (row[1].contains(u'@')) people << row[1];
        }
        QVERIFY(people.size() > 80);
        const char* reports[] = {
            "users",
            "invites",
            "members",
            "api-keys",
            "changes",
            "restatements",
            "sync-log",
            "audit-log",
            "claude-code --from 2026-08-15 --to 2026-11-20 --by user",
            "claude-code-models --from 2026-08-15 --to 2026-11-20 --by user,model --where user=nobody@example.com"};
        for (const char* report : reports) {
            for (const char* format : {"table", "csv", "json", "xlsx"}) {
                const CliRun run = cli("report", words(report) + words("--pseudonyms --format") + words(format));
                QVERIFY2(run.exitCode == 0, run.all());
                QByteArray all = run.out + run.err;
                if (qstrcmp(format, "xlsx") == 0) all = unzip(run.out).values().join() + run.err;
                for (const QString& person : people) {
                    QVERIFY2(
                        person.isEmpty() || !all.contains(person.toUtf8()),
                        qPrintable(QString::fromLatin1(report) + u' ' + QString::fromLatin1(format) + u' ' + person));
                }
            }
        }
    }

    void pseudonymsStayAndSumsToo() {
        const char* question =
            "report claude-code --from 2026-10-01 --to 2026-10-31 --by user --interval total --format csv";
        const Csv plain = readCsv(cli(question).out);
        const Csv hidden = readCsv(cli(question, {QStringLiteral("--pseudonyms")}).out);
        QCOMPARE(cli(question, {QStringLiteral("--pseudonyms")}).out,
                 cli(question, {QStringLiteral("--pseudonyms")}).out);
        QCOMPARE(hidden.rows.size(), plain.rows.size());
        QSet<QString> names;
        Wide plainCost = 0;
        Wide hiddenCost = 0;
        for (std::size_t i = 0; i < plain.rows.size(); ++i) {
            names.insert(hidden.rows[i][1]);
            plainCost += nano(plain.rows[i].back());
            hiddenCost += nano(hidden.rows[i].back());
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(plain.rows.size()));
        QVERIFY(plainCost == hiddenCost && plainCost > 0);
        // The list of users says the same of each person.
        const Csv users = readCsv(cli("report users --pseudonyms --format csv").out);
        int found = 0;
        for (const QStringList& row : users.rows) {
            QCOMPARE(row[1], row[2]);
            if (names.contains(row[1])) ++found;
        }
        QVERIFY(found > 20);
    }

    void packAddsUpToTheWhole_data() {
        QTest::addColumn<QString>("options");
        QTest::newRow("cost by workspace")
            << QStringLiteral("--report cost --split workspace --by model --interval month");
        QTest::newRow("usage by key") << QStringLiteral(
            "--report usage --split api_key --by model --interval week --format csv");
        QTest::newRow("cache by workspace") << QStringLiteral("--report cache --split workspace --interval total");
        QTest::newRow("one of several") << QStringLiteral(
            "--report cost --split workspace --where workspace=Product --where workspace=");
    }
    void packAddsUpToTheWhole() {
        QFETCH(QString, options);
        QCOMPARE(cli("run save pack --period 2026-10-01..2026-10-31", words(qPrintable(options))).exitCode, 0);
        const QString folder = m_home.path(QStringLiteral("pack"));
        QDir(folder).removeRecursively();
        const CliRun run = cli("run pack --output", {folder});
        QVERIFY2(run.exitCode == 0, run.all());
        QStringList written;
        for (const QByteArray& line : run.out.trimmed().split('\n'))
            written << QFileInfo(QString::fromUtf8(line)).fileName();
        const Csv index = readCsv(m_home.readFile(QStringLiteral("pack/") + written.last()));
        QCOMPARE(index.complaint, QString());
        QVERIFY(index.rows.size() >= 3);
        const QStringList whole = index.rows.back();
        std::vector<Wide> sums(static_cast<std::size_t>(index.header.size()));
        for (std::size_t i = 0; i + 1 < index.rows.size(); ++i) {
            const QStringList& line = index.rows[i];
            const QByteArray bytes = m_home.readFile(QStringLiteral("pack/") + line[2]);
            QCOMPARE(line.back(), sha256(bytes));
            const Csv file = readCsv(bytes);
            QCOMPARE(line[3].toULongLong(), file.rows.size());
            for (qsizetype column = 4; column + 1 < line.size(); ++column) {
                const qsizetype at = file.header.indexOf(index.header[column]);
                Wide sum = 0;
                for (const QStringList& row : file.rows) sum += nano(row[at]);
                QVERIFY(sum == nano(line[column]));
                sums[static_cast<std::size_t>(column)] += sum;
            }
        }
        for (qsizetype column = 4; column + 1 < whole.size(); ++column) {
            QVERIFY2(sums[static_cast<std::size_t>(column)] == nano(whole[column]), qPrintable(index.header[column]));
        }
    }

    // The whole of a pack is what the cache holds of the month.
    void wholeOfAPackIsTheBill() {
        QCOMPARE(cli("run save bill --report cost --period 2026-10-01..2026-10-31 --split workspace --interval total")
                     .exitCode,
                 0);
        QCOMPARE(cli("run bill --output", {m_home.path(QStringLiteral("bill"))}).exitCode, 0);
        const Csv index = readCsv(m_home.readFile(QStringLiteral("bill/bill-index-2026-10-01-to-2026-10-31.csv")));
        SQLite::Database db(m_home.cache().toStdString(), SQLite::OPEN_READONLY);
        SQLite::Statement sum(
            db,
            "SELECT sum(amount_nano) FROM cost_fact WHERE bucket_start >= strftime('%s', '2026-10-01') "
            "AND bucket_start < strftime('%s', '2026-11-01')");
        QVERIFY(sum.executeStep());
        QVERIFY(nano(index.rows.back()[4]) == Wide{sum.getColumn(0).getInt64()});
    }

    // Real text, in the order it is painted in; the same bytes each time, and the figures of the report overview.
    void managementReport() {
        const char* question = "report overview --from 2026-10-21 --to 2026-11-19 --format";
        const QString path = m_home.path(QStringLiteral("report.pdf"));
        const CliRun run = cli(question, {QStringLiteral("pdf"), QStringLiteral("--output"), path});
        QVERIFY2(run.exitCode == 0, run.all());
        const QByteArray pdf = m_home.readFile(QStringLiteral("report.pdf"));
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(cli(question, {QStringLiteral("pdf")}).out, pdf);
        QVERIFY(pdf.contains("/CreationDate (D:20261120134200"));
        const QStringList entry = auditLog().back();
        QCOMPARE(entry[3], QStringLiteral("report.pdf"));
        QCOMPARE(entry[4], QStringLiteral("overview, 2026-10-21 to 2026-11-19, pdf"));
        QCOMPARE(entry[5], sha256(pdf));

        const QString text = textOf(path);
        for (const QStringList& row : readCsv(cli(question, {QStringLiteral("csv")}).out).rows) {
            if (row[0] == QLatin1String("spend")) {
                const QString cents = QStringLiteral("$%1").arg(row[1].toDouble(), 0, 'f', 2);
                QVERIFY2(QString(text).remove(u',').contains(cents), qPrintable(cents + text));
            }
        }
        compareGolden(text);
    }

    void managementReportWithAFilterAndWithoutNames() {
        const QString path = m_home.path(QStringLiteral("filtered.pdf"));
        const CliRun run =
            cli("report overview --from 2026-10-01 --to 2026-10-31 --where workspace=Product --pseudonyms "
                "--format pdf --output",
                {path});
        QVERIFY2(run.exitCode == 0, run.all());
        const QString text = textOf(path);
        QVERIFY(text.contains(QStringLiteral("workspace: Product")));
        QVERIFY(text.contains(QStringLiteral("replaced by pseudonyms")));
        QVERIFY(!text.contains(QStringLiteral("Help desk")));
    }

    void savedManagementReport() {
        QCOMPARE(cli("run save Board --report overview --period last-quarter --format pdf").exitCode, 0);
        const CliRun run = cli("run Board --output", {m_home.path(QStringLiteral("board"))});
        QVERIFY2(run.exitCode == 0, run.all());
        QVERIFY(m_home.readFile(QStringLiteral("board/Board-2026-07-01-to-2026-09-30.pdf")).startsWith("%PDF-"));
        QCOMPARE(cli("run remove Board").exitCode, 0);
    }

    void noProgramForPdf() {
        const QString alone = m_home.path(QStringLiteral("tokenledger-cli"));
        QVERIFY(QFile::copy(m_home.program, alone));
        const QString program = std::exchange(m_home.program, alone);
        const QString path = m_home.environment.value(QStringLiteral("PATH"));
        m_home.environment.insert(QStringLiteral("PATH"), m_home.path(QString()));
        const CliRun run = cli("report overview --from 2026-10-01 --to 2026-10-31 --format pdf");
        m_home.environment.insert(QStringLiteral("PATH"), path);
        m_home.program = program;
        QVERIFY2(run.exitCode == 2, run.all());
        QVERIFY2(run.err.contains("Install it"), run.all());
        QVERIFY(run.out.isEmpty());
    }

    void savedReportsComeAndGo() {
        QVERIFY2(
            cli("run save Monthly --report cost --period last-month --interval month --by workspace").exitCode == 0,
            "");
        QCOMPARE(cli("run save People --report users --format json --pseudonyms --file-name",
                     {QStringLiteral("{organization} people")})
                     .exitCode,
                 0);
        const QJsonObject list = cli("run list --format json").json();
        QVERIFY(list[u"rows"].toArray().size() >= 2);
        QCOMPARE(cli("run show Monthly --format json").json()[u"rows"][0][2].toString(), QStringLiteral("last-month"));
        const QString folder = m_home.path(QStringLiteral("monthly"));
        CliRun run = cli("run Monthly --output", {folder});
        QVERIFY2(run.exitCode == 0, run.all());
        QCOMPARE(m_home.readFile(QStringLiteral("monthly/Monthly-2026-10-01-to-2026-10-31.csv")),
                 cli("report cost --from 2026-10-01 --to 2026-10-31 --interval month --by workspace --format csv").out);
        QCOMPARE(cli("run People --output", {folder}).exitCode, 0);
        QVERIFY(QFile::exists(folder + QStringLiteral("/Fenmarch Instruments people.json")));
        // Seen from another day it is another month.
        m_now = QStringLiteral("2026-10-02T08:00:00Z");
        run = cli("run Monthly --output", {folder});
        m_now = QStringLiteral("2026-11-20T13:42:00Z");
        QVERIFY2(run.exitCode == 0, run.all());
        QVERIFY(QFile::exists(folder + QStringLiteral("/Monthly-2026-09-01-to-2026-09-30.csv")));
        QCOMPARE(cli("run remove Monthly").exitCode, 0);
        QCOMPARE(cli("run Monthly").exitCode, 2);
        QCOMPARE(cli("run remove Monthly").exitCode, 2);
        run = cli("run --all --output", {m_home.path(QStringLiteral("all"))});
        QVERIFY2(run.exitCode == 0, run.all());
        QVERIFY(run.out.count('\n') >= 1);
    }

    void reportsOfOneFileNameDoNotReplaceEachOther() {
        const char* days = "--period 2026-10-01..2026-10-31 --file-name same";
        QCOMPARE(cli("run save first --report cost", words(days)).exitCode, 0);
        QCOMPARE(cli("run save second --report usage", words(days)).exitCode, 0);
        const CliRun run = cli("run --all --output", {m_home.path(QStringLiteral("twins"))});
        QVERIFY2(run.exitCode == 7, run.all());
        QVERIFY2(run.err.contains("\"second\": another saved report"), run.all());
        QCOMPARE(m_home.readFile(QStringLiteral("twins/same.csv")),
                 cli("report cost --from 2026-10-01 --to 2026-10-31 --format csv").out);
        QCOMPARE(cli("run remove first").exitCode, 0);
        QCOMPARE(cli("run remove second").exitCode, 0);
    }

    void wrongUse_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* line, const char* said) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(said);
        };
        row("run", "--all");
        row("run nobody", "no saved report");
        row("run --all x", "--all");
        row("run list x", "takes none");
        row("run show", "name");
        row("run save a", "--report");
        row("run save a --report nope --period last-month", "no report");
        row("run save a --report cost", "period");
        row("run save a --report cost --period foo", "last-quarter");
        row("run save a --report cost --from 2026-01-01", "belong together");
        row("run save a --report cost --period last-month --from 2026-01-01 --to 2026-01-02", "either");
        row("run save a --report users --period last-month", "leave out");
        row("run save a --report cost --period last-month --split model", "workspace, team, cost_centre or api_key");
        row("run save a --report cost --period last-month --split api_key", "cannot be split");
        row("run save a --report overview --period last-month --split workspace", "cannot be split");
        row("run save a --report cost --period last-month --file-name ../x", "folder");
        row("run save a --report cost --period last-month --file-name {x}", "placeholder");
        row("run save a --report cost --period last-month --split workspace --file-name x", "{value}");
        row("run save a --report cost --period last-month --format pdf", "overview");
        row("run save list --report users", "called");
        row("report cost --from 2026-01-01 --to 2026-01-02 --format doc", "xlsx");
    }
    void wrongUse() {
        QFETCH(QString, words);
        QFETCH(QString, said);
        const CliRun run = m_home.run(common(words.split(u' ')));
        QVERIFY2(run.exitCode == 2, run.all());
        QVERIFY2(run.err.contains(said.toUtf8()), run.all());
        QVERIFY(run.out.isEmpty());
    }

    // The folder for temporary files, or the target's disk, has no room: the old file stays.
    void fullDisk() {
        m_home.writeFile(QStringLiteral("old.xlsx"), "old");
        m_largestFile = 20'000;
        const CliRun run =
            cli("report usage --from 2026-08-15 --to 2026-11-20 --by workspace,api_key,model --format xlsx --output",
                {m_home.path(QStringLiteral("old.xlsx"))});
        m_largestFile.reset();
        QVERIFY2(run.exitCode == 5, run.all());
        QVERIFY2(run.err.contains("Free some space"), run.all());
        QCOMPARE(m_home.readFile(QStringLiteral("old.xlsx")), QByteArray("old"));
    }

private:
    [[nodiscard]] QStringList common(const QStringList& arguments, const QString& cache = {}) const {
        return arguments + QStringList{QStringLiteral("--sample"), QStringLiteral("--now"), m_now,
                                       QStringLiteral("--cache"), cache.isEmpty() ? m_home.cache() : cache};
    }
    [[nodiscard]] CliRun cli(const char* line, const QStringList& more = {}, const QString& cache = {}) const {
        QProcess process;
        process.setProcessEnvironment(m_home.environment);
        process.setChildProcessModifier([limit = m_largestFile, ordinary = m_hasOrdinaryRights] {
            if (limit) {
                const rlimit most = {static_cast<rlim_t>(*limit), static_cast<rlim_t>(*limit)};
                ::signal(SIGXFSZ, SIG_IGN);
                if (::setrlimit(RLIMIT_FSIZE, &most) != 0) ::_exit(99);
            }
            if (ordinary && !takeOrdinaryRights()) ::_exit(99);
        });
        process.start(m_home.program, common(words(line) + more, cache));
        return CliHome::finish(process);
    }
    [[nodiscard]] static QString textOf(const QString& path) {
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
        if (!process.waitForFinished() || process.exitCode() != 0) qFatal("pdftotext (package poppler-utils) failed");
        // Some fonts have "fi" as one sign.
        return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
    }
    static void compareGolden(QString text) {
        text.replace(QStringLiteral("Tokenledger " TOKENLEDGER_VERSION), QStringLiteral("Tokenledger VERSION"));
        QFile golden(QStringLiteral(TOKENLEDGER_FIXTURES "/management-report.txt"));
        if (qEnvironmentVariableIsSet("TOKENLEDGER_WRITE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(text.toUtf8());
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
        QCOMPARE(text, QString::fromUtf8(golden.readAll()));
    }
    [[nodiscard]] std::vector<QStringList> auditLog() const {
        return readCsv(cli("report audit-log --format csv").out).rows;
    }

    CliHome m_home;
    QString m_now = QStringLiteral("2026-11-20T13:42:00Z");
    std::optional<qint64> m_largestFile;
    bool m_hasOrdinaryRights = false;
};

QTEST_GUILESS_MAIN(CliExports)
#include "tst_cliexports.moc"
