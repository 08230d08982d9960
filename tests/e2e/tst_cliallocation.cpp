// allocate, team and bridge as commands, on the sample organization: figures computed anew from the reports "cost" and
// "usage", unit after unit.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/e2e/expectation.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <map>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");

/// "-12.345" as nano-dollars.
Wide nanoOf(QString text) {
    const bool negative = text.startsWith(u'-');
    if (negative) text.remove(0, 1);
    const QStringList parts = text.split(u'.');
    const Wide nano = Wide{parts[0].toLongLong()} * 1'000'000'000 + parts.value(1).leftJustified(9, u'0').toLongLong();
    return negative ? -nano : nano;
}

using KeySums = std::map<QString, Wide>;

/// Unit after unit to whoever lacks most; of equal ones to the first id.
void split(Wide amount, const std::map<QString, Wide>& weights, const QString& prefix, KeySums& into) {
    Wide whole = 0;
    for (const auto& [key, weight] : weights) whole += weight;
    const Wide sign = amount < 0 ? -1 : 1;
    Wide left = amount * sign;
    std::vector<std::pair<Wide, QString>> lacking;
    for (const auto& [key, weight] : weights) {
        const Wide exact = amount * sign * weight;
        into[prefix + key] += sign * (exact / whole);
        left -= exact / whole;
        lacking.emplace_back(-(exact % whole), key);
    }
    std::sort(lacking.begin(), lacking.end());
    for (std::size_t i = 0; left > 0; ++i, --left) into[prefix + lacking[i].second] += sign;
}

}  // namespace

class CliAllocation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_home.environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        QCOMPARE(run("sync --sample --since 2026-10-01 --progress none").exitCode, 0);
        // The sample's own teams and rule would be in the way.
        for (const QString& team : {u"Product"_qs, u"Customer care"_qs, u"Data platform"_qs, u"Research"_qs}) {
            QCOMPARE(run("team remove", {team}).exitCode, 0);
        }
        QCOMPARE(run("allocate rule --shared none --console none").exitCode, 0);
    }

    void keysGetWhatTheirTokensSay() {
        // Columns: period, workspace, model, cost_type, token_type, service_tier, context_window, amount.
        const auto bill = rows(
            "report cost --interval day --ids --from 2026-11-01 --to 2026-11-10 --by "
            "workspace,model,cost_type,token_type,service_tier,context_window");
        // period, workspace, api_key, model, service_tier, context_window, tokens of five kinds, searches.
        const auto usage = rows(
            "report usage --interval day --ids --from 2026-11-01 --to 2026-11-10 --by "
            "workspace,api_key,model,service_tier,context_window");
        const QStringList kinds = {u"uncached_input_tokens"_qs, u"cache_creation.ephemeral_5m_input_tokens"_qs,
                                   u"cache_creation.ephemeral_1h_input_tokens"_qs, u"cache_read_input_tokens"_qs,
                                   u"output_tokens"_qs};
        QVERIFY(bill.size() > 500 && usage.size() > 500);
        KeySums expected;
        for (const QStringList& line : bill) {
            const bool search = line[3] == u"web_search";
            const auto kind = search ? 5 : kinds.indexOf(line[4]);
            std::map<QString, Wide> weights;
            for (const QStringList& use : usage) {
                const bool same = use[0] == line[0] && use[1] == line[1] &&
                                  (search || (use[3] == line[2] && use[4] == line[5] && use[5] == line[6]));
                const qint64 count = kind < 0 ? 0 : use[6 + kind].toLongLong();
                if (same && count > 0) weights[use[2]] += count;
            }
            const QString prefix = line[0] + u'|';
            if (weights.empty()) {
                expected[prefix + u"(shared)"] += nanoOf(line[7]);
            } else {
                split(nanoOf(line[7]), weights, prefix, expected);
            }
        }
        KeySums found;
        for (const QStringList& row :
             rows("allocate --by api_key --interval day --ids --from 2026-11-01 --to 2026-11-10 --rule none")) {
            found[row[0] + u'|' + row[1]] += nanoOf(row[2]);
        }
        QCOMPARE(found.size(), expected.size());
        for (const auto& [key, sum] : expected) QVERIFY2(found[key] == sum, qPrintable(key));
    }

    void teamsAddUpToTheBillUnderEveryRule() {
        QCOMPARE(run("team set Support --cost-centre 4200", {u"--workspace"_qs, u"Help desk"_qs}).exitCode, 0);
        QCOMPARE(run("team set Platform --workspace Product --from 2026-10-20").exitCode, 0);
        QCOMPARE(run("team set Robots --key ci-bot --key enrich").exitCode, 0);
        QCOMPARE(run("allocate rule --shared fixed --fixed Support=33.3333 --fixed Robots=66.6667").exitCode, 0);
        const auto total = rows("report cost --interval total --from 2026-10-01 --to 2026-11-19");
        for (const char* rule : {"none", "even", "proportional", "fixed"}) {
            Wide sum = 0;
            for (const QStringList& row :
                 rows(QByteArray("allocate --from 2026-10-01 --to 2026-11-19 --by team,basis --interval week --rule ") +
                      rule)) {
                sum += nanoOf(row[3]);
            }
            QVERIFY(sum == nanoOf(total[0][1]));
        }
        const auto centres = rows("allocate --from 2026-10-01 --to 2026-10-31 --by cost_centre,team");
        QVERIFY(std::any_of(centres.begin(), centres.end(),
                            [](const QStringList& row) { return row[1] == u"4200" && row[2] == u"Support"; }));
    }

    void aMembershipBeginsOnItsDay() {
        const auto platform = [this](const char* day) {
            return rows(QByteArray("allocate --by team --where team=Platform --from ") + day + " --to " + day).size();
        };
        QCOMPARE(platform("2026-10-19"), std::size_t{0});
        QCOMPARE(platform("2026-10-20"), std::size_t{1});
    }

    void mistakesSayWhatThereIs_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* line, const char* message, const QStringList& more = {}) {
            QTest::newRow(line) << words(line) + more << QByteArray(message);
        };
        row("team set X --workspace Nowhere", "There is no workspace \"Nowhere\". There are: (default workspace), ");
        row("team set X --key reporting", "Several are called \"reporting\". Take the id: apikey_");
        row("team set X --person nobody@example.com", "There is no person \"nobody@example.com\"");
        row("team set X --key ci-bot", "would be in the teams \"Robots\" and \"X\"");
        row("team set X --from 2026-01-01", "name a --workspace, --key or --person");
        row("team set X --key ci-bot --from 2026-13-01", "--from takes a day");
        row("team show Y", "There are the teams \"Platform\", \"Robots\", \"Support\".");
        row("team remove Robots", "gives a fixed part to the team \"Robots\"");
        row("team remove Platform --key ci-bot", "ci-bot is not in the team \"Platform\"");
        row("team", "team takes set, list, show, remove or import");
        row("team import /nowhere.csv", "cannot be opened");
        row("allocate --from 2026-10-01", "allocate needs --from DAY and --to DAY");
        row("allocate --from 2026-10-01 --to 2026-10-02 --by user", "its dimensions are team, cost_centre, api_key");
        row("allocate --from 2026-10-01 --to 2026-10-02 --interval hour", "has no hours");
        row("allocate --from 2026-10-01 --to 2026-10-02 --rule half", "--rule takes none, even");
        row("allocate --from 2026-10-01 --to 2026-10-02 --shared even", "belongs to \"allocate rule\"");
        row("allocate rule --fixed Support=50", "The fixed parts are 50 % together");
        row("allocate rule --fixed Gone=100", "the team \"Gone\", which there is not");
        row("bridge --from 2026-10-01 --to 2026-10-31 --against yesterday", "--against takes previous, last-year");
        row("bridge --from 2026-10-01 --to 2026-10-31 --where api_key=x", "no dimension \"api_key\"");
        row("bridge --from 2026-10-01 --to 2026-10-31 --by model", "bridge does not take --by");
    }
    void mistakesSayWhatThereIs() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, message);
        const CliRun done = m_home.run(with(arguments));
        QCOMPARE(done.exitCode, 2);
        QVERIFY2(done.err.contains(message), done.err);
        QVERIFY(done.out.isEmpty());
    }

    void importIsAllOrNothing() {
        const QByteArray before = run("team list --format csv").out;
        const auto import = [this](const QByteArray& file, const char* more = "") {
            m_home.writeFile(u"teams.csv"_qs, file);
            return m_home.run(with(words("team import") + QStringList{m_home.path(u"teams.csv"_qs)} + words(more)));
        };
        const QByteArray header = "name,cost_centre,kind,member,from,to\r\n";
        const auto fails = [&](const QByteArray& file, const QByteArray& message) {
            const CliRun done = import(file);
            QCOMPARE(done.exitCode, 2);
            QVERIFY2(done.err.contains(message), done.err);
            QCOMPARE(run("team list --format csv").out, before);
        };
        fails("", "The file is empty");
        fails("name,kind\nA,key\n", "Line 1: the column \"member\" is missing");
        fails("name,kind,member,centre\n", "Line 1, column 4: There is no column \"centre\"");
        fails(header, "no team below it");
        fails(header + "New,1,key,enrich,,\nNew,,key,no such key,,\n", "Line 3, column 4: There is no API key");
        fails(header + "New,1,key,enrich,1.2.2026,\n", "Line 2, column 5: \"1.2.2026\" is no day");
        fails(header + "New,1,key,enrich,2026-02-01,2026-01-01\n", "Line 2, column 6: The membership ends before");
        fails(header + "New,1,group,enrich,,\n", "Line 2, column 3: \"group\" is no kind");
        fails(header + ",1,key,enrich,,\n", "Line 2, column 1: The team has no name");
        fails(header + "New,1,key,enrich\n", "Line 2, column 5: There are 4 values, and 6 columns");
        fails(header + "New,1,key,pipelines-dev,,\nNew,2,key,notebooks,,\n",
              "Line 3, column 2: The team \"New\" has the");
        fails(header + "New,1,key,ci-bot,,\n", "would be in the teams \"New\" and \"Robots\"");
        fails("name,kind,member\nN\xFCrnberg,key,notebooks\n", "Line 2 is not UTF-8");

        const QByteArray good =
            "Name;Kind;Member;Cost_centre;From\r\n\"Lab; \"\"L\"\"\";workspace;Research lab;77;2026-01-01\r\n"
            "Robots;key;ci-bot;;\r\nEmpty;;;;\r\n";
        const CliRun dry = import(good, "--dry-run --format csv");
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(dry.err.contains("Understood 3 teams; nothing was stored."));
        QCOMPARE(readCsv(dry.out).rows[0][0], u"Lab; \"L\""_qs);
        QCOMPARE(run("team list --format csv").out, before);
        QCOMPARE(import(good).exitCode, 0);
        const auto listed = rows("team list");
        QStringList names;
        for (const QStringList& row : listed) names.append(row[0] + u':' + row[4]);
        // Robots is replaced whole; what the file does not name stays.
        QCOMPARE(names, (QStringList{u"Empty:"_qs, u"Lab; \"L\":Research lab"_qs, u"Platform:Product"_qs,
                                     u"Robots:ci-bot"_qs, u"Support:Help desk"_qs}));
        QVERIFY(run("report audit-log").out.contains("team Empty"));
    }

    void aTeamIsRemoved() {
        QCOMPARE(run("team remove Empty").exitCode, 0);
        QVERIFY(!run("team list").out.contains("Empty"));
        QCOMPARE(run("team remove Platform --workspace Product").exitCode, 0);
        QCOMPARE(rows("team show Platform")[0][3], QString());
    }

    void theBridgeAddsUp() {
        const auto lines = rows("bridge --from 2026-11-01 --to 2026-11-19 --against 2026-10-01..2026-10-19");
        Wide sums[6] = {};
        for (const QStringList& line : lines) {
            Wide effects = 0;
            for (int i = 5; i < 10; ++i) effects += nanoOf(line[i]);
            QVERIFY(effects == nanoOf(line[4]));
            QVERIFY(nanoOf(line[3]) - nanoOf(line[2]) == nanoOf(line[4]));
            const bool total = line[0] == u"total";
            for (int i = 4; i < 10; ++i) sums[i - 4] += total ? -nanoOf(line[i]) : nanoOf(line[i]);
        }
        for (const Wide difference : sums) QVERIFY(difference == 0);
        const auto cost = [this](const char* range) {
            return nanoOf(rows(QByteArray("report cost --interval total ") + range)[0][1]);
        };
        QVERIFY(nanoOf(lines.back()[2]) == cost("--from 2026-10-01 --to 2026-10-19"));
        QVERIFY(nanoOf(lines.back()[3]) == cost("--from 2026-11-01 --to 2026-11-19"));
        QCOMPARE(rows("bridge --from 2026-11-01 --to 2026-11-19"), lines);  // the previous period is the usual one
    }

private:
    [[nodiscard]] QStringList with(const QStringList& arguments) const {
        return arguments + QStringList{QStringLiteral("--cache"), m_home.cache(), QStringLiteral("--now"), Now};
    }
    [[nodiscard]] CliRun run(const QByteArray& line, const QStringList& more = {}) const {
        return m_home.run(with(words(line.constData()) + more));
    }
    [[nodiscard]] std::vector<QStringList> rows(const QByteArray& line) const {
        const CliRun done = run(line + " --format csv");
        if (done.exitCode != 0) qFatal("%s", done.all().constData());
        return readCsv(done.out).rows;
    }
    CliHome m_home;
};

QTEST_GUILESS_MAIN(CliAllocation)
#include "tst_cliallocation.moc"
