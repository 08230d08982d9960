// What the Organization page says of its picture: tiles, tables, notes, lists that are not there, exports. No window.
#include "app/export/tablewriter.h"
#include "charts/format.h"
#include "tests/unit/reports/organizationcache.h"
#include "ui/models/shownrows.h"
#include "ui/pages/organizationexports.h"
#include "ui/pages/organizationtables.h"
#include "ui/pages/organizationtiles.h"

#include <QTest>

using namespace tokenledger;

class TestOrganizationTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void tiles();
    void tilesOfNothing();
    void idleOnlyWhereEveryDayIsKnown();
    void invitesWithoutExpiry();
    void aKeySaysWhatIsKnown();
    void expiryHasAColumnWhereThereIsOne();
    void totalsAreThoseOfThePeriod();
    void missingIsADash();
    void changesInWords();
    void timesAreSortedAsTimes();
    void theSentence();
    void whyThereIsNoList();
    void notesSayWhatTheFiguresAreOf();
    void anOldListSaysSo();
    void explainsEveryFigure();
    void exportsWhatIsShown();

private:
    OrganizationView m_view;
};

namespace {

QStringList titles(const DisplayTable& table) {
    QStringList all;
    for (const DisplayColumn& column : table.columns) all.append(column.title);
    return all;
}

QStringList texts(const DisplayRow& row) {
    QStringList all;
    for (const DisplayCell& cell : row.cells) all.append(cell.text);
    return all;
}

const DisplayRow& rowOf(const OrganizationTable& made, const QString& name) {
    for (const DisplayRow& row : made.table.rows) {
        if (row.cells.front().text == name) return row;
    }
    qFatal("no row %s", qUtf8Printable(name));
}

const DisplayCell& cellOf(const OrganizationTable& made, const QString& name, const QString& column) {
    const auto at = titles(made.table).indexOf(column);
    if (at < 0) qFatal("no column %s", qUtf8Printable(column));
    return rowOf(made, name).cells[static_cast<std::size_t>(at)];
}

QStringList facts(const Explanation& why) {
    QStringList all;
    for (const auto& [label, text] : why.facts) all.append(label + QStringLiteral(": ") + text);
    return all;
}

}  // namespace

void TestOrganizationTexts::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    SmallCache cache;
    fillLists(cache);
    fillUse(cache);
    m_view = viewOf(cache);
}

void TestOrganizationTexts::tiles() {
    const auto all = organizationTiles(m_view);
    QStringList lines;
    for (const TileContent& tile : all) {
        lines.append(QStringList{tile.title, tile.value, plainText(tile.note1), plainText(tile.note2)}.join(u'|'));
        QVERIFY(!tile.why.formula.isEmpty() && !tile.why.facts.isEmpty());
    }
    QCOMPARE(lines, QStringList({QStringLiteral("API keys|1|active, of 3|all used in the period"),
                                 QStringLiteral("Workspaces|1|active, 1 archived|and the default workspace"),
                                 QStringLiteral("Users|1|1 of them admin|1 seen in Claude Code"),
                                 QStringLiteral("Open invites|1|next expires 20 Nov|1 expired"),
                                 QStringLiteral("Changes|11|found by the last sync|none before")}));
}

void TestOrganizationTexts::tilesOfNothing() {
    OrganizationView view;
    view.request = {Range, Now};
    view.lists[static_cast<std::size_t>(ObjectKind::User)].refused = true;
    for (const TileContent& tile : organizationTiles(view)) QCOMPARE(tile.value, QStringLiteral("–"));
    QCOMPARE(plainText(organizationTiles(view)[0].note1), QStringLiteral("not fetched yet"));
    QCOMPARE(plainText(organizationTiles(view)[2].note1), QStringLiteral("refused to this key"));
    QCOMPARE(plainText(organizationTiles(view)[4].note1), QStringLiteral("nothing to compare with yet"));
}

void TestOrganizationTexts::idleOnlyWhereEveryDayIsKnown() {
    const auto noteOf = [](const OrganizationView& view) { return plainText(organizationTiles(view)[0].note2); };
    OrganizationView view = m_view;
    QVERIFY(
        facts(organizationTiles(view)[0].why).contains(QStringLiteral("Complete: 3 of 7 days final, 4 provisional")));
    view.usageOfRange = {Dataset::Usage, 3, 1, 2, 1, {}};
    QCOMPARE(noteOf(view), QStringLiteral("all used in the period"));  // what is missing cannot change that
    for (auto& key : view.keys) key.tokens = 0;
    QCOMPARE(noteOf(view), QStringLiteral("use: 4 of 7 days known"));
    view.usageOfRange = {Dataset::Usage, 6, 1, 0, 0, {}};
    QCOMPARE(noteOf(view), QStringLiteral("1 idle in the period"));
    view.usageOfRange = {Dataset::Usage, 0, 0, 7, 0, {}};
    QCOMPARE(noteOf(view), QStringLiteral("use not known"));
    for (auto& key : view.keys) key.status = QStringLiteral("inactive");
    QCOMPARE(organizationTiles(view)[0].value, QStringLiteral("0"));
    QCOMPARE(noteOf(view), QStringLiteral("none can be used"));
}

void TestOrganizationTexts::invitesWithoutExpiry() {
    OrganizationView view = m_view;
    for (auto& invite : view.invites) {
        if (invite.isOpen) invite.expires = {};
    }
    QCOMPARE(organizationTiles(view)[3].value, QStringLiteral("1"));
    QCOMPARE(plainText(organizationTiles(view)[3].note1), QStringLiteral("no expiry known"));
    for (auto& invite : view.invites) invite.isOpen = false;
    QCOMPARE(plainText(organizationTiles(view)[3].note1), QStringLiteral("nobody is awaited"));
}

void TestOrganizationTexts::aKeySaysWhatIsKnown() {
    const OrganizationTable made = organizationTable(m_view, OrganizationList::ApiKeys);
    QCOMPARE(made.figures.size(), made.table.columns.size());
    QCOMPARE(
        texts(rowOf(made, QStringLiteral("nightly build"))),
        QStringList({QStringLiteral("nightly build"), QStringLiteral("active"), QStringLiteral("Entwürfe, \"neu\""),
                     QStringLiteral("Ann"), QStringLiteral("sk-ant-api03-R2D...igAA"), QStringLiteral("319"),
                     QStringLiteral("–"), QStringLiteral("15 Nov"), QStringLiteral("131")}));
    QCOMPARE(cellOf(made, QStringLiteral("old"), QStringLiteral("Owner")).text,
             QStringLiteral("milan@example.org (left)"));
    QCOMPARE(cellOf(made, QStringLiteral("old"), QStringLiteral("Owner")).tone, DisplayCell::Tone::Plain);
    QCOMPARE(cellOf(made, QStringLiteral("gone"), QStringLiteral("Status")).text, QStringLiteral("not listed"));
    QCOMPARE(cellOf(made, QStringLiteral("short"), QStringLiteral("Status")).tone, DisplayCell::Tone::Bad);
    QCOMPARE(cellOf(made, QStringLiteral("short"), QStringLiteral("Last use")).text,
             QStringLiteral("never (since 9 Nov)"));
    QCOMPARE(cellOf(made, QStringLiteral("(console)"), QStringLiteral("Status")).text, QString());
    QCOMPARE(rowOf(made, QStringLiteral("nightly build")).key, QStringLiteral("apikey_1"));
    // A key that works on without its owner.
    OrganizationView view = m_view;
    for (auto& key : view.keys) {
        if (key.ownerLeft) key.status = QStringLiteral("active");
    }
    const OrganizationTable without = organizationTable(view, OrganizationList::ApiKeys);
    QCOMPARE(cellOf(without, QStringLiteral("old"), QStringLiteral("Owner")).tone, DisplayCell::Tone::Bad);
}

void TestOrganizationTexts::expiryHasAColumnWhereThereIsOne() {
    OrganizationView view = m_view;
    QVERIFY(titles(organizationTable(view, OrganizationList::ApiKeys).table).contains(QStringLiteral("Expires")));
    for (auto& key : view.keys) key.expires = {};
    const OrganizationTable made = organizationTable(view, OrganizationList::ApiKeys);
    QVERIFY(!titles(made.table).contains(QStringLiteral("Expires")));
    QCOMPARE(made.figures.size(), made.table.columns.size());
    for (const DisplayRow& row : made.table.rows) QCOMPARE(row.cells.size(), made.table.columns.size());
}

void TestOrganizationTexts::totalsAreThoseOfThePeriod() {
    for (const OrganizationList list : {OrganizationList::ApiKeys, OrganizationList::Workspaces}) {
        const DisplayTable table = organizationTable(m_view, list).table;
        const auto column = static_cast<std::size_t>(table.summed);
        std::vector<const DisplayRow*> rows;
        for (const DisplayRow& row : table.rows) rows.push_back(&row);
        QVERIFY(table.total.has_value());
        QCOMPARE(table.total.value().cells[column].number, sumOf(rows, column));
    }
    const DisplayTable bill = organizationTable(m_view, OrganizationList::Workspaces).table;
    QCOMPARE(bill.total.value().cells[6].number, std::optional<std::int64_t>(1'000'000'036));
    QCOMPARE(bill.rows.front().cells[7].text, formatPercent(1'000'000'001, 1'000'000'036));
}

void TestOrganizationTexts::missingIsADash() {
    SmallCache cache;
    fillLists(cache);
    const OrganizationView view = viewOf(cache);
    const OrganizationTable keys = organizationTable(view, OrganizationList::ApiKeys);
    QCOMPARE(cellOf(keys, QStringLiteral("old"), QStringLiteral("Tokens")).text, QStringLiteral("–"));
    QCOMPARE(cellOf(keys, QStringLiteral("old"), QStringLiteral("Last use")).text, QStringLiteral("–"));
    QVERIFY(!keys.table.total);
    const OrganizationTable workspaces = organizationTable(view, OrganizationList::Workspaces);
    QCOMPARE(cellOf(workspaces, QStringLiteral("Build"), QStringLiteral("Spend")).text, QStringLiteral("–"));
    QCOMPARE(cellOf(workspaces, QStringLiteral("Build"), QStringLiteral("Members")).text, QStringLiteral("–"));
    QCOMPARE(cellOf(workspaces, QStringLiteral("Build"), QStringLiteral("Archived")).text, QStringLiteral("18 Nov"));
}

void TestOrganizationTexts::changesInWords() {
    const DisplayTable table = organizationTable(m_view, OrganizationList::Changes).table;
    QStringList lines;
    for (const DisplayRow& row : table.rows) lines.append(texts(row).join(u'|'));
    QVERIFY2(lines.contains(QStringLiteral("19 Nov 12:00|Workspace|Build|Archived|–|18 Nov 00:00")),
             qPrintable(lines.join(u'\n')));
    QVERIFY(lines.contains(QStringLiteral("19 Nov 12:00|API key|nightly build|Name|nightly|nightly build")));
    QVERIFY(lines.contains(QStringLiteral("19 Nov 12:00|User|milan@example.org|Gone||")));
    QVERIFY(lines.contains(QStringLiteral("19 Nov 12:00|Invite|a@b.example|New||")));
}

void TestOrganizationTexts::timesAreSortedAsTimes() {
    const auto table = std::make_shared<const DisplayTable>(organizationTable(m_view, OrganizationList::ApiKeys).table);
    const ShownRows byUse(table, {7, false, {}, {}});
    QStringList names;
    for (int place = 0; place + 1 < byUse.count(); ++place) names.append(byUse.row(place).cells.front().text);
    // Never first; "9 Nov" before "11 Nov".
    QCOMPARE(names,
             QStringList({QStringLiteral("short"), QStringLiteral("old"), QStringLiteral("gone"),
                          QStringLiteral("nightly build"), QStringLiteral("apikey_x"), QStringLiteral("(console)")}));
    QCOMPARE(plainCell(table->columns[7], byUse.row(1).cells[7]), QStringLiteral("2026-11-09"));
    QCOMPARE(plainCell(table->columns[7], byUse.row(0).cells[7]), QStringLiteral("never (since 9 Nov)"));
}

void TestOrganizationTexts::theSentence() {
    QCOMPARE(organizationSentence(m_view),
             QStringLiteral("1 active API key, 1 person, 1 workspace, as the lists of 19 Nov 12:00 say."));
    OrganizationView nothing;
    QCOMPARE(organizationSentence(nothing), QStringLiteral("None of the organization's lists has been fetched yet."));
}

void TestOrganizationTexts::whyThereIsNoList() {
    SmallCache cache;
    OrganizationView view = viewOf(cache);
    for (const OrganizationList list : AllOrganizationLists) {
        QVERIFY(!emptyListState(view, list).text.isEmpty());
        QVERIFY(!emptyListState(view, list).bad);
    }
    QCOMPARE(emptyListState(view, OrganizationList::Users).title, QStringLiteral("Not fetched yet"));
    QCOMPARE(emptyListState(view, OrganizationList::Changes).title, QStringLiteral("Nothing to compare with yet"));
    const auto fail = [&cache](const char* path, int status) {
        return cache.writer()
            .recordFailure(Dataset::Organization, {Today, Today}, {ErrorKind::Forbidden, {}, {}},
                           listAnswer(SecondSync, path, status))
            .has_value();
    };
    QVERIFY(fail("api_keys", 403) && fail("users", 500));
    list(cache, ObjectKind::Invite, SecondSync, "invites", {});
    view = viewOf(cache);
    const StatePage::Content keys = emptyListState(view, OrganizationList::ApiKeys);
    QCOMPARE(keys.title, QStringLiteral("The server refuses the list of API keys to this key"));
    QCOMPARE(keys.text, QStringLiteral("The key may not read this list."));
    const StatePage::Content users = emptyListState(view, OrganizationList::Users);
    QCOMPARE(users.title, QStringLiteral("The list of users could not be fetched"));
    QVERIFY(users.bad);
    const StatePage::Content invites = emptyListState(view, OrganizationList::Invites);
    QCOMPARE(invites.title, QStringLiteral("The list is empty"));
    QCOMPARE(invites.text, QStringLiteral("The server's list of 19 Nov 12:00 named nothing."));
    view.wereCompared = true;
    QCOMPARE(emptyListState(view, OrganizationList::Changes).title, QStringLiteral("Nothing has changed"));
}

void TestOrganizationTexts::notesSayWhatTheFiguresAreOf() {
    QCOMPARE(listNote(m_view, OrganizationList::ApiKeys).text,
             QStringLiteral("Last use is by what the cache holds: usage from 9 Nov 2026 to 20 Nov 2026, 1 day of them "
                            "missing. Tokens are of the period above; nothing else here follows the filter bar."));
    QCOMPARE(listNote(m_view, OrganizationList::Workspaces).text,
             QStringLiteral("Spend is of the period above; nothing else here follows the filter bar."));
    OrganizationView view = m_view;
    view.costOfRange = {Dataset::Cost, 3, 1, 2, 1, {}};
    QVERIFY(listNote(view, OrganizationList::Workspaces).text.contains(QStringLiteral("4 of 7 days are here")));
    view.usageOfRange = {Dataset::Usage, 0, 0, 7, 0, {}};
    QVERIFY(
        listNote(view, OrganizationList::ApiKeys).text.endsWith(QStringLiteral("of which nothing has been fetched.")));
    QVERIFY(listNote(m_view, OrganizationList::Users).text.contains(QStringLiteral("neither usage nor the bill")));
    for (const OrganizationList list : AllOrganizationLists) {
        QVERIFY(!listNote(m_view, list).bad && !listNote(m_view, list).text.isEmpty());
    }
}

void TestOrganizationTexts::anOldListSaysSo() {
    OrganizationView view = m_view;
    auto& users = view.lists[static_cast<std::size_t>(ObjectKind::User)];
    users.refused = true;
    users.problem = QStringLiteral("No longer.");
    QVERIFY(listNote(view, OrganizationList::Users).bad);
    QVERIFY(listNote(view, OrganizationList::Users).text.endsWith(QStringLiteral("No longer.")));
    QCOMPARE(plainText(organizationTiles(view)[2].note2), QStringLiteral("list of 19 Nov 12:00"));
    users.fetchedAt = {};
    QVERIFY(listNote(view, OrganizationList::Users).bad);
}

void TestOrganizationTexts::explainsEveryFigure() {
    for (const OrganizationList list : AllOrganizationLists) {
        const OrganizationTable made = organizationTable(m_view, list);
        for (const OrganizationFigure figure : made.figures) {
            const Explanation why = whyOrganization(m_view, list, figure, QStringLiteral("x"), {});
            QVERIFY(!why.formula.isEmpty() && !why.facts.isEmpty());
        }
    }
    const Explanation tokens = whyOrganization(m_view, OrganizationList::ApiKeys, OrganizationFigure::Tokens,
                                               QStringLiteral("nightly build · Tokens"), QStringLiteral("131"));
    QCOMPARE(facts(tokens), QStringList({QStringLiteral("Exact value: 131"),
                                         QStringLiteral("Range: 14 Nov – 20 Nov 2026, whole UTC days"),
                                         QStringLiteral("Filter: none: this page follows the period only"),
                                         QStringLiteral("Source: usage report by API key, from the cache"),
                                         QStringLiteral("Complete: 3 of 7 days final, 4 provisional")}));
}

void TestOrganizationTexts::exportsWhatIsShown() {
    const NamedReport keys = organizationExport(m_view, OrganizationList::ApiKeys);
    QCOMPARE(keys.slug, QStringLiteral("api-keys"));
    QVERIFY(keys.table.has_value());
    const QByteArray csv = toCsv(*keys.table);
    QVERIFY2(csv.contains("apikey_1,nightly build,active,\"Entwürfe, \"\"neu\"\"\",Ann,2026-01-05T09:00:00Z,,"),
             csv.constData());
    QVERIFY2(csv.contains(",2026-11-15,131\r\n"), csv.constData());
    const QByteArray bill = toCsv(*organizationExport(m_view, OrganizationList::Workspaces).table);
    QVERIFY2(bill.contains(",yes,1,1,1.000000001\r\n"), bill.constData());
    QVERIFY(organizationExport(m_view, OrganizationList::Users).table.has_value());
    for (const OrganizationList list :
         {OrganizationList::Members, OrganizationList::Invites, OrganizationList::Changes}) {
        const NamedReport report = organizationExport(m_view, list);
        QVERIFY(!report.table);
        QVERIFY(findReport(report.request.report) != nullptr);
    }
}

QTEST_GUILESS_MAIN(TestOrganizationTexts)
#include "tst_organizationtexts.moc"
