// Teams and the allocation rule: read strictly, nobody in two teams on one day, who is in which when.
#include "app/finance/allocationrule.h"

#include <QTest>

#include <random>

using namespace tokenledger;

namespace {

std::optional<UtcDay> day(const char* iso) {
    return iso == nullptr ? std::nullopt : UtcDay::fromIso(QString::fromLatin1(iso));
}

TeamMember member(MemberKind kind, const char* id, const char* from = nullptr, const char* to = nullptr) {
    return {kind, QString::fromLatin1(id), day(from), day(to)};
}

TeamBook book(std::vector<Team> teams) {
    auto made = TeamBook::make(std::move(teams));
    if (!made) qFatal("%s", qPrintable(made.error().message));
    return *std::move(made);
}

QString problemOf(std::vector<Team> teams) {
    const auto made = TeamBook::make(std::move(teams));
    return made ? QString() : made.error().message;
}

}  // namespace

class TestTeam : public QObject {
    Q_OBJECT
private slots:
    void bodiesAreReadBack() {
        const Team team{u"Search"_qs,
                        u"4711"_qs,
                        {member(MemberKind::Workspace, ""), member(MemberKind::ApiKey, "apikey_1", "2026-01-01"),
                         member(MemberKind::Person, "ana@example.com", "2026-01-01", "2026-06-30")}};
        const auto read = readTeam(u"Search"_qs, teamBody(team));
        QVERIFY(read);
        QVERIFY(*read == team);
        QCOMPARE(teamBody(*read), teamBody(team));
        QCOMPARE(readTeam(u"A"_qs, "{}")->members.size(), std::size_t{0});
        // People are known by their e-mail, whatever its letters.
        QCOMPARE(readTeam(u"A"_qs, R"({"members":[{"kind":"person","id":"Ana@Example.com"}]})")->members.front().id,
                 u"ana@example.com"_qs);
    }

    void whatIsWrongInABodyIsNamed_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        QTest::newRow("no JSON") << QByteArray("x") << u"is not a JSON object"_qs;
        QTest::newRow("misspelt") << QByteArray(R"({"cost_center":"1"})") << u"\"cost_center\""_qs;
        QTest::newRow("list") << QByteArray(R"({"members":{}})") << u"\"members\" is not a list"_qs;
        QTest::newRow("member") << QByteArray(R"({"members":["a"]})") << u"a member is no JSON object"_qs;
        QTest::newRow("kind") << QByteArray(R"({"members":[{"kind":"group","id":"a"}]})") << u"\"group\" is no kind"_qs;
        QTest::newRow("id") << QByteArray(R"({"members":[{"kind":"key","id":""}]})") << u"\"id\" of a member"_qs;
        QTest::newRow("day") << QByteArray(R"({"members":[{"kind":"key","id":"k","from":"1.1.2026"}]})")
                             << u"\"1.1.2026\""_qs;
        QTest::newRow("order") << QByteArray(
                                      R"({"members":[{"kind":"key","id":"k","from":"2026-02-01","to":"2026-01-31"}]})")
                               << u"leaves the team \"A\" on 2026-01-31, before"_qs;
    }
    void whatIsWrongInABodyIsNamed() {
        QFETCH(QByteArray, body);
        QFETCH(QString, message);
        const auto team = readTeam(u"A"_qs, body);
        QVERIFY(!team);
        QCOMPARE(team.error().kind, ErrorKind::Usage);
        QVERIFY2(team.error().message.contains(message), qPrintable(team.error().message));
    }

    void namesThatReportsGiveToNothingAreRefused() {
        const auto team = readTeam(u"(no team)"_qs, "{}");
        QVERIFY(!team);
        QCOMPARE(team.error().kind, ErrorKind::Usage);
        QVERIFY(team.error().message.contains(u"Choose another name"_qs));
        QVERIFY(!readTeam(u"A"_qs, QByteArray(R"x({"cost_centre":"(no cost centre)"})x")));
        QVERIFY(readTeam(u"no team"_qs, "{}"));
    }

    void nothingIsInTwoTeamsOnADay() {
        const Team data{u"Data"_qs, {}, {member(MemberKind::ApiKey, "k1", "2026-01-01", "2026-06-30")}};
        Team search{u"Search"_qs, {}, {member(MemberKind::ApiKey, "k1", "2026-06-30")}};
        QCOMPARE(problemOf({search, data}),
                 u"The API key k1 would be in the teams \"Data\" and \"Search\" on 2026-06-30. Let it leave the one "
                 u"before it comes into the other."_qs);
        search.members.front().from = day("2026-07-01");
        QCOMPARE(problemOf({search, data}), QString());
        search.members.front() = member(MemberKind::ApiKey, "k1");
        QVERIFY(problemOf({search, data}).contains(u"\"Data\" and \"Search\" on 2026-01-01"_qs));
        QVERIFY(problemOf({{u"A"_qs, {}, {member(MemberKind::Workspace, "")}},
                           {u"B"_qs, {}, {member(MemberKind::Workspace, "")}}})
                    .startsWith(u"The default workspace would be in the teams \"A\" and \"B\" at once"_qs));
        // A workspace and a key of it may be in different ones: the key goes first.
        QCOMPARE(problemOf({{u"A"_qs, {}, {member(MemberKind::Workspace, "k1")}},
                            {u"B"_qs, {}, {member(MemberKind::ApiKey, "k1")}}}),
                 QString());
        QVERIFY(problemOf({{u"A"_qs, {}, {}}, {u"A"_qs, {}, {}}}).contains(u"two teams \"A\""_qs));
        QVERIFY(problemOf({{u" "_qs, {}, {}}}).contains(u"needs a name"_qs));
        QVERIFY(problemOf({{u"A\nB"_qs, {}, {}}}).contains(u"no name that can be shown"_qs));
    }

    void overlapsAreFoundAsByCountingDays() {
        std::mt19937 random(5);
        const UtcDay first = *day("2026-01-01");
        const auto someDay = [&]() -> std::optional<UtcDay> {
            const auto number = static_cast<int>(random() % 14);
            return number > 9 ? std::nullopt : std::optional(first + number);
        };
        for (int run = 0; run < 2'000; ++run) {
            TeamMember a{MemberKind::ApiKey, u"k"_qs, someDay(), someDay()};
            TeamMember b{MemberKind::ApiKey, u"k"_qs, someDay(), someDay()};
            bool both = false;
            for (int i = -5; i < 20; ++i) both = both || (a.holdsOn(first + i) && b.holdsOn(first + i));
            const bool ordered = !(a.from && a.to && *a.to < *a.from) && !(b.from && b.to && *b.to < *b.from);
            QCOMPARE(problemOf({{u"A"_qs, {}, {a}}, {u"B"_qs, {}, {b}}}).isEmpty(), ordered && !both);
        }
    }

    void keyGoesBeforePersonBeforeWorkspace() {
        const TeamBook teams = book({{u"Keys"_qs, {}, {member(MemberKind::ApiKey, "k1", "2026-03-01")}},
                                     {u"People"_qs, {}, {member(MemberKind::Person, "ana@example.com")}},
                                     {u"Rooms"_qs, {}, {member(MemberKind::Workspace, "w1")}}});
        const UtcDay march = *day("2026-03-01");
        const auto nameOn = [&teams](UtcDay on, const TeamSubject& subject) {
            const std::int32_t number = teams.teamOn(on, subject);
            return number == 0 ? QString() : teams.team(number).name;
        };
        const TeamSubject all{u"w1"_qs, u"k1"_qs, u"Ana@example.com"_qs};
        QCOMPARE(nameOn(march, all), u"Keys"_qs);
        QCOMPARE(nameOn(march - 1, all), u"People"_qs);
        QCOMPARE(nameOn(march, {u"w1"_qs, u"k2"_qs, {}}), u"Rooms"_qs);
        QCOMPARE(nameOn(march, {u"w1"_qs, {}, {}}), u"Rooms"_qs);
        QCOMPARE(nameOn(march, {{}, u"k2"_qs, {}}), QString());
        QCOMPARE(teams.changes(), std::vector<UtcDay>{march});
        QCOMPARE(teams.find(u"People"_qs), 2);
        QCOMPARE(teams.find(u"people"_qs), 0);
    }

    void aMemberNamedAgainKeepsTheDateThatIsNotNamed() {
        Team team{u"A"_qs, {}, {member(MemberKind::ApiKey, "k1", "2026-01-01")}};
        setMember(team, member(MemberKind::ApiKey, "k1", nullptr, "2026-06-30"));
        setMember(team, member(MemberKind::ApiKey, "k2"));
        const std::vector<TeamMember> expected = {member(MemberKind::ApiKey, "k1", "2026-01-01", "2026-06-30"),
                                                  member(MemberKind::ApiKey, "k2")};
        QVERIFY(team.members == expected);
    }

    void rulesAreReadBack() {
        const AllocationRule rule{
            SharingRule::Fixed, SharingRule::Proportional, {{u"A=B"_qs, 125'000}, {u"Search"_qs, 875'000}}};
        const auto read = readAllocationRule(allocationRuleBody(rule));
        QVERIFY(read);
        QVERIFY(*read == rule);
        QVERIFY(readAllocationRule("{}").value() == AllocationRule{});
        QCOMPARE(partText(125'000), u"12.5"_qs);
        QCOMPARE(partText(1'000'000), u"100"_qs);
        const TeamBook teams = book({{u"Search"_qs, {}, {}}, {u"A=B"_qs, {}, {}}});
        const auto rules = rulesFor(rule, teams);
        QVERIFY(rules);
        QCOMPARE(rules->fixed.size(), std::size_t{2});
        QCOMPARE(rules->fixed[0].team, 1);
        QCOMPARE(rules->fixed[0].parts, std::int64_t{125'000});
    }

    void whatIsWrongInARuleIsNamed() {
        const auto message = [](const QByteArray& body) {
            const auto rule = readAllocationRule(body);
            return rule ? QString() : rule.error().message;
        };
        QVERIFY(message(R"({"shared":"half"})").contains(u"\"half\", which is no rule"_qs));
        QVERIFY(message(R"({"shared":"fixed"})").contains(u"needs a part for each team"_qs));
        QVERIFY(message(R"({"shared":"fixed","fixed":["A=60","B=30"]})").contains(u"90 % together"_qs));
        QVERIFY(message(R"({"fixed":["A=60","A=40"]})").contains(u"\"A\" has two"_qs));
        for (const char* part : {"A", "A=", "=40", "A=0", "A=-3", "A=101", "A=1.23456", "A=4 0"}) {
            QVERIFY2(!fixedShareFromText(QString::fromLatin1(part)), part);
        }
        const auto unknown =
            rulesFor({SharingRule::Fixed, SharingRule::None, {{u"Gone"_qs, 1'000'000}}}, book({{u"Data"_qs, {}, {}}}));
        QCOMPARE(unknown.error().message,
                 u"The allocation rule gives a part to the team \"Gone\", which there is not. There are the teams "
                 u"\"Data\"."_qs);
    }
};

QTEST_GUILESS_MAIN(TestTeam)
#include "tst_team.moc"
