#include "tests/unit/sample/sampleclient.h"

#include "app/core/period.h"

#include <QJsonDocument>
#include <QSignalSpy>

namespace tokenledger::test {

SampleClient::SampleClient(const QString& now) : m_clock(*fromRfc3339(now)), m_transport(m_clock) {}

HttpResponse SampleClient::get(const QString& target) {
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://api.anthropic.com/v1/organizations/") + target);
    request.headers = {{"anthropic-version", "2023-06-01"}};
    QObject owner;
    Result<HttpResponse> answer = failure(ErrorKind::Internal, QStringLiteral("no answer came"));
    HttpCall* call = m_transport.get(request, SecretBuffer(), &owner);
    QSignalSpy finished(call, &HttpCall::finished);
    QObject::connect(call, &HttpCall::finished, &owner,
                     [&answer](const Result<HttpResponse>& response) { answer = response; });
    finished.wait(5000);
    return answer.value();
}

QJsonObject SampleClient::json(const QString& target) {
    const HttpResponse response = get(target);
    if (response.status != 200) qFatal("%s: %s", qPrintable(target), response.body.constData());
    return QJsonDocument::fromJson(response.body).object();
}

QJsonArray SampleClient::allPages(const QString& target) {
    QJsonArray data;
    QString page;
    do {
        const QJsonObject body = json(page.isEmpty() ? target : QString(target + QStringLiteral("&page=") + page));
        for (const auto& item : body.value(QStringLiteral("data")).toArray()) data.append(item);
        page = body.value(QStringLiteral("next_page")).toString();
    } while (!page.isEmpty());
    return data;
}

QString daysQuery(const QString& first, const QString& last) {
    const UtcDay end = *UtcDay::fromIso(last) + 1;
    return QStringLiteral("starting_at=%1T00:00:00Z&ending_at=%2T00:00:00Z").arg(first, end.toIso());
}

}  // namespace tokenledger::test
