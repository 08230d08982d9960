#include "tests/e2e/awkwardorganization.h"

namespace tokenledger::test {

namespace {

// Numbers without a pattern that grouping mistakes could hide in; the same in every run.
class Numbers {
public:
    std::uint64_t next(std::uint64_t below) {
        m_state = m_state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return (m_state >> 33U) % below;
    }
    std::int64_t tokens() { return static_cast<std::int64_t>(next(900'000'000) * next(40) + next(1000)); }

private:
    std::uint64_t m_state = 20'261'211;
};

template <typename T>
const T& oneOf(const std::vector<T>& list, Numbers& numbers) {
    return list[static_cast<std::size_t>(numbers.next(list.size()))];
}

const std::vector<QString> Models = {QStringLiteral("claude-opus-5-5"), QStringLiteral("claude-sonnet-5-5"),
                                     QStringLiteral("claude-nova-9-preview"), QStringLiteral("=model \"x\", beta")};
const std::vector<QString> Tiers = {QStringLiteral("standard"), QStringLiteral("batch"), QStringLiteral("priority"),
                                    QStringLiteral("flex_discount")};
const std::vector<QString> Windows = {QStringLiteral("0-200k"), QStringLiteral("200k-1M"), QStringLiteral("1M-10M")};
const std::vector<QString> TokenTypes = {QStringLiteral("uncached_input_tokens"), QStringLiteral("output_tokens"),
                                         QStringLiteral("cache_creation.ephemeral_1h_input_tokens")};
const std::vector<QString> Geos = {QStringLiteral("global"), QStringLiteral("us"), QStringLiteral("not_available")};

void addNames(FakeData& data) {
    data.organizationName = QStringLiteral("Ærø & Søn \"Data\", A/S\t<b>");
    const std::vector<QString> workspaces = {QStringLiteral("Böse \"Ecke\", GmbH; & Co"),
                                             QStringLiteral("=SUM(A1:A9)"),
                                             QStringLiteral("two\nlines\r\nthree"),
                                             QString::fromUtf8("مساحة العمل"),
                                             QStringLiteral("+plus"),
                                             QStringLiteral("-minus"),
                                             QStringLiteral("@at"),
                                             QStringLiteral("\ttab"),
                                             QString::fromUtf8("研究 🧪"),
                                             QStringLiteral("\rcarriage")};
    int number = 0;
    for (const QString& name : workspaces)
        data.workspaces.push_back({QStringLiteral("wrkspc_%1").arg(++number), name, number == 9});
    // More than a default page of 20, and a name that three keys share.
    for (int i = 1; i <= 25; ++i) {
        const QString name = i % 9 == 0 ? QStringLiteral("same name") : QStringLiteral("key, \"%1\"").arg(i);
        data.keys.push_back({QStringLiteral("apikey_%1").arg(i), name,
                             i % 4 == 0 ? std::nullopt : OptionalText(QStringLiteral("wrkspc_%1").arg(i % 10 + 1)),
                             i % 5 == 0 ? QStringLiteral("archived") : QStringLiteral("active")});
    }
}

OptionalText workspaceOf(Numbers& numbers) {
    const auto number = numbers.next(13);  // 0: default; 11 and 12 are not in the list of workspaces
    return number == 0 ? std::nullopt : OptionalText(QStringLiteral("wrkspc_%1").arg(number));
}

OptionalText keyOf(Numbers& numbers) {
    const auto number = numbers.next(28);
    return number == 0 ? std::nullopt : OptionalText(QStringLiteral("apikey_%1").arg(number));
}

void addUsage(FakeData& data, UtcDay day, Numbers& numbers) {
    for (int i = 0; i < 30; ++i) {
        FakeUsage row;
        row.start = day.startSeconds() + static_cast<std::int64_t>(numbers.next(13)) * 3600;
        row.workspace = workspaceOf(numbers);
        row.apiKey = keyOf(numbers);
        row.model = oneOf(Models, numbers);
        row.serviceTier = oneOf(Tiers, numbers);
        row.contextWindow = oneOf(Windows, numbers);
        row.measures = {numbers.tokens(), numbers.tokens(), numbers.tokens(),
                        numbers.tokens(), numbers.tokens(), static_cast<std::int64_t>(numbers.next(500))};
        if (i % 7 == 0) row.measures = {0, 0, 0, 0, static_cast<std::int64_t>(numbers.next(9) + 1), 0};
        data.usage.push_back(row);
    }
}

void addCost(FakeData& data, UtcDay day, Numbers& numbers) {
    const std::vector<QString> amounts = {
        QStringLiteral("0.0000001"), QStringLiteral("412.0950"), QStringLiteral("-3.5"),          QStringLiteral("0"),
        QStringLiteral("20"),        QStringLiteral("0.1"),      QStringLiteral("123456.7890123")};
    for (int i = 0; i < 24; ++i) {
        FakeCost row;
        row.day = day;
        row.workspace = workspaceOf(numbers);
        row.description = QStringLiteral("Claude \"%1\", Usage — Input Tokens").arg(i);
        row.tokenType = oneOf(TokenTypes, numbers);
        row.model = oneOf(Models, numbers);
        row.serviceTier = oneOf(Tiers, numbers);
        row.contextWindow = oneOf(Windows, numbers);
        row.inferenceGeo = oneOf(Geos, numbers);
        row.cents = oneOf(amounts, numbers);
        data.cost.push_back(row);
    }
    for (const auto& [type, description] :
         {std::pair{"web_search", "Web Search Usage"}, std::pair{"session_usage", "=HYPERLINK(\"x\")"}}) {
        FakeCost row;
        row.day = day;
        row.description = QString::fromLatin1(description);
        row.costType = QString::fromLatin1(type);
        row.cents =
            QStringLiteral("%1.%2").arg(numbers.next(9000)).arg(numbers.next(10'000'000), 7, 10, QLatin1Char('0'));
        data.cost.push_back(row);
    }
}

void addClaudeCode(FakeData& data, UtcDay day, Numbers& numbers) {
    const std::vector<QString> people = {QStringLiteral("kim@example.org"), QStringLiteral("=cmd@example.org"),
                                         QString::fromUtf8("žofie@příklad.example"),
                                         QStringLiteral("o'neil,\"x\"@example.org")};
    const std::vector<QString> terminals = {QStringLiteral("vscode"), QStringLiteral("iTerm.app"),
                                            QStringLiteral("-weird\nterminal")};
    for (int i = 0; i < 23; ++i) {  // more than a default page of 20; some share actor and terminal and must be added
        FakeClaudeCode row;
        row.day = day;
        row.isUser = i % 6 != 0;
        row.actor = row.isUser ? oneOf(people, numbers) : QStringLiteral("same name");
        row.terminal = oneOf(terminals, numbers);
        row.customerType = i % 5 == 0 ? QStringLiteral("subscription") : QStringLiteral("api");
        if (i % 5 == 0) row.subscriptionType = QStringLiteral("team");
        row.sessions = static_cast<std::int64_t>(numbers.next(9));
        row.linesAdded = static_cast<std::int64_t>(numbers.next(5000));
        row.linesRemoved = static_cast<std::int64_t>(numbers.next(3000));
        row.commits = static_cast<std::int64_t>(numbers.next(7));
        row.pullRequests = static_cast<std::int64_t>(numbers.next(3));
        row.tools = {{QStringLiteral("edit_tool"), static_cast<std::int64_t>(numbers.next(40)),
                      static_cast<std::int64_t>(numbers.next(9))},
                     {QStringLiteral("a new, tool"), static_cast<std::int64_t>(numbers.next(5)),
                      static_cast<std::int64_t>(numbers.next(2))}};
        const auto cents = static_cast<qint64>(numbers.next(4000));
        row.models = {{QStringLiteral("claude-opus-5-5"), numbers.tokens(), numbers.tokens(), numbers.tokens(),
                       numbers.tokens(), QJsonValue(cents)},
                      {oneOf(Models, numbers) + QStringLiteral("-2"), 1, 2, 3, 9'007'199'254'740'993,
                       QJsonValue(static_cast<double>(cents) + 0.5)}};
        data.claudeCode.push_back(row);
    }
}

}  // namespace

FakeData awkwardOrganization() {
    FakeData data;
    Numbers numbers;
    addNames(data);
    const UtcDay last = *UtcDay::fromIso(AwkwardLast);
    for (UtcDay day = *UtcDay::fromIso(AwkwardFirst); day <= last; day = day + 1) {
        if (day.weekday() == 6) continue;  // Sundays are empty buckets
        addUsage(data, day, numbers);
        addCost(data, day, numbers);
        addClaudeCode(data, day, numbers);
    }
    // Beyond what a double holds, and near the ends of what money and counts hold.
    FakeUsage huge;
    huge.start = last.startSeconds();
    huge.workspace = QStringLiteral("wrkspc_2");
    huge.model = QStringLiteral("claude-nova-9-preview");
    huge.measures = {9'007'199'254'740'993, 9'007'199'254'740'995, 1, 4'000'000'000'000'000'001, 3,
                     9'007'199'254'740'997};
    data.usage.push_back(huge);
    FakeCost billions;
    billions.day = last;
    billions.description = QStringLiteral("A very large bill");
    billions.cents = QStringLiteral("400000000000.0000001");
    data.cost.push_back(billions);
    billions.description = QStringLiteral("A very large credit");
    billions.cents = QStringLiteral("-199999999999.9999999");
    data.cost.push_back(billions);
    return data;
}

}  // namespace tokenledger::test
