#include "tests/e2e/faultyorganization.h"

namespace tokenledger::test {

namespace {

QString numbered(const char* text, quint32 number) { return QLatin1String(text) + QString::number(number); }

OptionalText idOrNull(const char* text, QRandomGenerator& dice, quint32 count) {
    const quint32 number = dice.bounded(count);
    return number == 0 ? std::nullopt : OptionalText(numbered(text, number));
}

std::int64_t tokens(QRandomGenerator& dice) {
    constexpr std::int64_t BeyondDoubles = 9'007'199'254'740'993;
    return dice.bounded(12) == 0 ? BeyondDoubles + dice.bounded(1000) : dice.bounded(1'000'000);
}

QString cents(QRandomGenerator& dice) {
    const QString amounts[] = {QStringLiteral("0.0000001"), QStringLiteral("-3.5"), QStringLiteral("0"),
                               QStringLiteral("40000000000.0000001")};
    const quint32 which = dice.bounded(12U);
    return which < 4
               ? amounts[which]
               : QStringLiteral("%1.%2").arg(dice.bounded(9000)).arg(dice.bounded(10'000'000), 7, 10, QLatin1Char('0'));
}

FakeUsage usageRow(QRandomGenerator& dice, UtcDay day) {
    FakeUsage row;
    row.start = day.startSeconds() + dice.bounded(12) * 3600;
    row.workspace = idOrNull("wrkspc_", dice, 5);
    row.apiKey = idOrNull("apikey_", dice, 6);
    row.model = numbered("claude-", dice.bounded(3U));
    row.serviceTier = dice.bounded(4) == 0 ? QStringLiteral("flex_discount") : QStringLiteral("standard");
    row.measures = {tokens(dice), tokens(dice), tokens(dice), tokens(dice), tokens(dice), dice.bounded(9)};
    return row;
}

FakeCost costRow(QRandomGenerator& dice, UtcDay day) {
    FakeCost row;
    row.day = day;
    row.workspace = idOrNull("wrkspc_", dice, 5);
    row.description = numbered("Claude Usage ", dice.bounded(6U));
    row.model = idOrNull("claude-", dice, 3);
    row.cents = cents(dice);
    return row;
}

FakeClaudeCode codeRow(QRandomGenerator& dice, UtcDay day) {
    FakeClaudeCode row;
    row.day = day;
    row.isUser = dice.bounded(4) != 0;
    row.actor = row.isUser ? numbered("user", dice.bounded(4U)) + u"@example.org" : QStringLiteral("ci-bot");
    row.terminal = numbered("terminal", dice.bounded(2U));
    row.sessions = dice.bounded(9);
    row.linesAdded = dice.bounded(5000);
    row.commits = dice.bounded(7);
    row.tools = {{QStringLiteral("edit_tool"), dice.bounded(40), dice.bounded(9)}};
    row.models = {{numbered("claude-", dice.bounded(3U)), tokens(dice), tokens(dice), 3, 4,
                   QJsonValue(static_cast<double>(dice.bounded(4000)) + 0.5)}};
    return row;
}

UtcDay dayOf(const FakeUsage& row) { return UtcDay::fromSeconds(row.start); }
UtcDay dayOf(const FakeCost& row) { return row.day; }
UtcDay dayOf(const FakeClaudeCode& row) { return row.day; }

/// One row comes, and sometimes one goes.
template <typename Row>
void change(std::vector<Row>& rows, QRandomGenerator& dice, const DateRange& days, Row added) {
    rows.push_back(added);
    const auto which = dice.bounded(static_cast<quint32>(rows.size()));
    if (days.contains(dayOf(rows[which]))) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(which));
}

UtcDay someDay(QRandomGenerator& dice, const DateRange& days) { return days.first + dice.bounded(days.days()); }

}  // namespace

FakeData randomOrganization(QRandomGenerator& dice, const DateRange& days) {
    FakeData data;
    for (quint32 i = 1; i < 5; ++i) {
        data.workspaces.push_back({numbered("wrkspc_", i), numbered("Workspace ", i), i == 3});
        data.keys.push_back({numbered("apikey_", i), numbered("Key ", i), std::nullopt});
    }
    for (quint32 i = 1; i < 4; ++i) {
        data.users.push_back({numbered("user_", i), numbered("Person ", i), numbered("p", i) + u"@example.org"});
        data.invites.push_back({numbered("invite_", i), numbered("i", i) + u"@example.org"});
        data.members.push_back({numbered("wrkspc_", i % 2 + 1), numbered("user_", i)});
    }
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        for (quint32 i = dice.bounded(5U); i > 0; --i) data.usage.push_back(usageRow(dice, day));
        for (quint32 i = dice.bounded(5U); i > 0; --i) data.cost.push_back(costRow(dice, day));
        for (quint32 i = dice.bounded(5U); i > 0; --i) data.claudeCode.push_back(codeRow(dice, day));
    }
    return data;
}

void revise(FakeData& data, QRandomGenerator& dice, const DateRange& days, const DateRange& open, bool hourly) {
    static const QString Statuses[] = {QStringLiteral("active"), QStringLiteral("inactive"),
                                       QStringLiteral("archived")};
    data.keys[dice.bounded(4U)].status = Statuses[dice.bounded(3U)];
    data.users[dice.bounded(3U)].role = numbered("role_", dice.bounded(3U));
    data.invites[dice.bounded(3U)].status = numbered("status_", dice.bounded(3U));
    data.members[dice.bounded(3U)].workspace = numbered("wrkspc_", dice.bounded(2U) + 1);
    for (int i = dice.bounded(6); i >= 0; --i) {
        change(data.cost, dice, days, costRow(dice, someDay(dice, days)));
        const DateRange& usageDays = hourly ? open : days;
        if (usageDays.days() > 0) change(data.usage, dice, usageDays, usageRow(dice, someDay(dice, usageDays)));
        if (open.days() > 0) change(data.claudeCode, dice, open, codeRow(dice, someDay(dice, open)));
    }
}

}  // namespace tokenledger::test
