#include "app/sample/sampletransport.h"

#include "app/sample/adminquery.h"
#include "app/sample/samplejson.h"
#include "app/sample/sampleorganization.h"

#include <QTimer>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int RequestsPerHour = 1000;
constexpr int LeastRemaining = 100;  // the sample's limit is there to be seen, not to stop anybody
constexpr std::int64_t SecondsPerHour = 3600;

class SampleCall final : public HttpCall {
public:
    SampleCall(std::function<HttpResponse()> answer, QObject* parent) : HttpCall(parent) {
        QTimer::singleShot(0, this, [this, answer = std::move(answer)] {
            emit finished(m_aborted ? Result<HttpResponse>(
                                          failure(ErrorKind::Cancelled, QStringLiteral("Stopped before it was done.")))
                                    : Result<HttpResponse>(answer()));
            deleteLater();
        });
    }

    void abort() override { m_aborted = true; }  // the answer's own turn of the event loop delivers it

private:
    bool m_aborted = false;
};

tl::expected<QByteArray, AdminRefusal> bodyFor(const HttpRequest& request, const QDateTime& now) {
    const auto& headers = request.headers;
    const bool hasVersion = std::any_of(headers.begin(), headers.end(), [](const auto& header) {
        return header.first.compare("anthropic-version", Qt::CaseInsensitive) == 0;
    });
    if (!hasVersion) {
        return tl::make_unexpected(
            AdminRefusal{400, "invalid_request_error", QStringLiteral("anthropic-version: header is required")});
    }
    const auto query = parseAdminQuery(request.url, now);
    if (!query) return tl::make_unexpected(query.error());
    switch (query->endpoint) {
        case AdminQuery::Endpoint::Me:
            return sample::organizationJson();
        case AdminQuery::Endpoint::Workspaces:
        case AdminQuery::Endpoint::ApiKeys:
        case AdminQuery::Endpoint::Users:
        case AdminQuery::Endpoint::Invites:
        case AdminQuery::Endpoint::Members:
            return sample::listJson(*query, UtcDay::fromDateTime(now));
        case AdminQuery::Endpoint::Usage:
            return sample::usageJson(*query, now);
        case AdminQuery::Endpoint::Cost:
            return sample::costJson(*query, now);
        case AdminQuery::Endpoint::ClaudeCode:
            break;
    }
    return sample::claudeCodeJson(*query, now);
}

}  // namespace

QString sampleOrganizationName() { return QString::fromLatin1(sample::OrganizationName); }

SampleTransport::SampleTransport(Clock& clock) : m_clock(clock) {}

HttpCall* SampleTransport::get(const HttpRequest& request, const SecretBuffer& /*key*/, QObject* parent) {
    return new SampleCall([this, request] { return answer(request); }, parent);
}

HttpResponse SampleTransport::answer(const HttpRequest& request) {
    const QDateTime now = m_clock.now();
    ++m_requests;
    const QByteArray requestId = "req_sample" + QByteArray::number(m_requests).rightJustified(6, '0');
    const int remaining = RequestsPerHour - m_requests % (RequestsPerHour - LeastRemaining);
    const std::int64_t nextHour = (now.toSecsSinceEpoch() / SecondsPerHour + 1) * SecondsPerHour;

    const auto body = bodyFor(request, now);
    HttpResponse response;
    response.status = body ? 200 : body.error().status;
    response.body = body ? *body : refusalBody(body.error(), requestId);
    response.headers = {
        {"content-type", "application/json"},
        {"request-id", requestId},
        {"anthropic-ratelimit-requests-limit", QByteArray::number(RequestsPerHour)},
        {"anthropic-ratelimit-requests-remaining", QByteArray::number(remaining)},
        {"anthropic-ratelimit-requests-reset", toRfc3339(QDateTime::fromSecsSinceEpoch(nextHour, Qt::UTC)).toLatin1()}};
    return response;
}

}  // namespace tokenledger
