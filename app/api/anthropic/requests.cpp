#include "app/api/anthropic/requests.h"

#include <QUrlQuery>

#include <array>

namespace tokenledger {

namespace {

constexpr int MaxGroupings = 5;
constexpr int CostPageLimit = 31;
constexpr int RecordPageLimit = 1000;

struct WireDimension {
    Dimension dimension;
    const char* name;
};
constexpr std::array<WireDimension, 6> UsageDimensions = {{{Dimension::Workspace, "workspace_id"},
                                                           {Dimension::ApiKey, "api_key_id"},
                                                           {Dimension::Model, "model"},
                                                           {Dimension::ServiceTier, "service_tier"},
                                                           {Dimension::ContextWindow, "context_window"},
                                                           {Dimension::InferenceGeo, "inference_geo"}}};

// Written out by hand: QUrlQuery leaves brackets as they are, and the API wants %5B%5D.
class Address {
public:
    Address(const QUrl& base, const QString& path) : m_url(base) {
        m_url.setPath(base.path(QUrl::FullyEncoded) + QStringLiteral("/v1/organizations") + path, QUrl::TolerantMode);
    }
    Address& with(const char* name, const QString& value) {
        if (!m_query.isEmpty()) m_query += '&';
        m_query += QUrl::toPercentEncoding(QLatin1String(name)) + '=' + QUrl::toPercentEncoding(value, ":");
        return *this;
    }
    Address& with(const char* name, int value) { return with(name, QString::number(value)); }
    Address& withToken(const char* name, const QString& token) { return token.isEmpty() ? *this : with(name, token); }
    [[nodiscard]] QUrl url() const {
        QUrl url = m_url;
        if (!m_query.isEmpty()) url.setQuery(QString::fromLatin1(m_query), QUrl::StrictMode);
        return url;
    }

private:
    QUrl m_url;
    QByteArray m_query;
};

QString pathOf(ObjectKind kind, const QString& within) {
    switch (kind) {
        case ObjectKind::Workspace:
            return QStringLiteral("/workspaces");
        case ObjectKind::ApiKey:
            return QStringLiteral("/api_keys");
        case ObjectKind::User:
            return QStringLiteral("/users");
        case ObjectKind::Invite:
            return QStringLiteral("/invites");
        case ObjectKind::WorkspaceMember:
            return QStringLiteral("/workspaces/%1/members").arg(QString::fromLatin1(QUrl::toPercentEncoding(within)));
        case ObjectKind::Organization:
            break;
    }
    return QStringLiteral("/me");
}

void addDays(Address& address, const DateRange& days) {
    address.with("starting_at", toRfc3339(days.first.start())).with("ending_at", toRfc3339((days.last + 1).start()));
}

}  // namespace

int usagePageLimit(BucketWidth width) {
    switch (width) {
        case BucketWidth::Minute:
            return 1440;
        case BucketWidth::Hour:
            return 168;
        case BucketWidth::Day:
            break;
    }
    return 31;
}

Result<QUrl> usageUrl(const QUrl& base, const UsageQuery& query, const QString& page) {
    Address address(base, QStringLiteral("/usage_report/messages"));
    addDays(address, query.days);
    address.with("bucket_width", bucketWidthName(query.width)).with("limit", usagePageLimit(query.width));
    DimensionSet known;
    int groupings = 0;
    for (const auto& [dimension, name] : UsageDimensions) {
        if (!query.grouping.contains(dimension)) continue;
        known.insert(dimension);
        ++groupings;
        address.with("group_by[]", QLatin1String(name));
    }
    if (known != query.grouping || groupings > MaxGroupings) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("The usage report can be grouped by at most five of: workspace, API "
                                      "key, model, service tier, context window, inference geo."));
    }
    return address.withToken("page", page).url();
}

QUrl costUrl(const QUrl& base, const DateRange& days, const QString& page) {
    Address address(base, QStringLiteral("/cost_report"));
    addDays(address, days);
    address.with("bucket_width", QStringLiteral("1d")).with("limit", CostPageLimit);
    address.with("group_by[]", QStringLiteral("workspace_id")).with("group_by[]", QStringLiteral("description"));
    return address.withToken("page", page).url();
}

QUrl claudeCodeUrl(const QUrl& base, UtcDay day, const QString& page) {
    Address address(base, QStringLiteral("/usage_report/claude_code"));
    address.with("starting_at", day.toIso()).with("limit", RecordPageLimit);
    return address.withToken("page", page).url();
}

QUrl meUrl(const QUrl& base) { return Address(base, QStringLiteral("/me")).url(); }

QUrl objectsUrl(const QUrl& base, ObjectKind kind, const QString& within, const QString& afterId) {
    Address address(base, pathOf(kind, within));
    if (kind == ObjectKind::Workspace) address.with("include_archived", QStringLiteral("true"));
    return address.with("limit", RecordPageLimit).withToken("after_id", afterId).url();
}

HttpRequest apiRequest(const QUrl& url) {
    return {url,
            {{QByteArrayLiteral("anthropic-version"), QByteArrayLiteral("2023-06-01")},
             {QByteArrayLiteral("User-Agent"),
              QByteArrayLiteral("Tokenledger/" TOKENLEDGER_VERSION " (desktop; https://tokenledger.example)")},
             {QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json")}}};
}

QString loggedRequest(const QUrl& url) {
    QStringList parts;
    for (const auto& [name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        const bool token = name == u"page" || name == u"after_id";
        parts += name + u'=' + (token ? QStringLiteral("*") : value);
    }
    return parts.isEmpty() ? url.path() : QString(url.path() + u'?' + parts.join(u'&'));
}

}  // namespace tokenledger
