// The plain rows that a test gives to the fake Admin API, and their wire form. The test computes its own sums from
// the same rows.
#pragma once

#include "app/core/records.h"
#include "app/sample/adminquery.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tokenledger::test {

using OptionalText = std::optional<QString>;

struct FakeUsage {
    std::int64_t start = 0;  // seconds; any time in the hour it belongs to
    OptionalText workspace;  // nothing: default workspace
    OptionalText apiKey;     // nothing: Console
    QString model;
    QString serviceTier = QStringLiteral("standard");
    QString contextWindow = QStringLiteral("0-200k");
    UsageMeasures measures;
};

struct FakeCost {
    UtcDay day;
    OptionalText workspace;
    QString description;
    QString costType = QStringLiteral("tokens");
    OptionalText tokenType;
    OptionalText model;
    OptionalText serviceTier;
    OptionalText contextWindow;
    OptionalText inferenceGeo;
    QString cents;  // sent as it is
};

struct FakeClaudeCode {
    struct Tool {
        QString name;
        std::int64_t accepted = 0;
        std::int64_t rejected = 0;
    };
    struct Model {
        QString model;
        std::int64_t input = 0;
        std::int64_t output = 0;
        std::int64_t cacheRead = 0;
        std::int64_t cacheCreation = 0;
        QJsonValue cents;  // a JSON number, whole or fractional
    };
    UtcDay day;
    bool isUser = true;
    QString actor;
    QString terminal;
    QString customerType = QStringLiteral("api");
    OptionalText subscriptionType;
    std::int64_t sessions = 0;
    std::int64_t linesAdded = 0;
    std::int64_t linesRemoved = 0;
    std::int64_t commits = 0;
    std::int64_t pullRequests = 0;
    std::vector<Tool> tools;
    std::vector<Model> models;
};

struct FakeWorkspace {
    QString id;
    QString name;
    bool archived = false;
};

struct FakeKey {
    QString id;
    QString name;
    OptionalText workspace;
    QString status = QStringLiteral("active");
    OptionalText createdBy = OptionalText();  // a user's id
};

struct FakeUser {
    QString id;
    QString name;
    QString email;
    QString role = QStringLiteral("developer");
};

struct FakeInvite {
    QString id;
    QString email;
    QString status = QStringLiteral("pending");
};

struct FakeMember {
    QString workspace;
    QString user;
    QString role = QStringLiteral("workspace_developer");
};

struct FakeData {
    QString organizationId = QStringLiteral("11111111-2222-4333-8444-555555555555");
    QString organizationName = QStringLiteral("Plain Org");
    std::vector<FakeWorkspace> workspaces;
    std::vector<FakeKey> keys;
    std::vector<FakeUser> users;
    std::vector<FakeInvite> invites;
    std::vector<FakeMember> members;
    std::vector<FakeUsage> usage;
    std::vector<FakeCost> cost;
    std::vector<FakeClaudeCode> claudeCode;
};

/// The answer's JSON for a request that the server accepts; refused: a page token that is not of this query.
/// Cost is answered grouped by workspace_id and description only, as amounts are not added here.
[[nodiscard]] tl::expected<QJsonObject, AdminRefusal> fakeAnswer(const FakeData& data, const AdminQuery& query);

}  // namespace tokenledger::test
