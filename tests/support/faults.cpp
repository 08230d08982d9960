#include "tests/support/faults.h"

#include <QJsonDocument>

namespace tokenledger::test {

Fault failWith(int status, const QByteArray& type, QList<std::pair<QByteArray, QByteArray>> headers) {
    return [status, type, headers](FakeAnswer& answer) {
        answer.status = status;
        answer.headers += headers;
        answer.body = refusalBody({status, type, QStringLiteral("scripted failure")}, "req_scripted");
    };
}

Fault tooMany(std::optional<int> retryAfter) {
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (retryAfter) headers.append({"retry-after", QByteArray::number(*retryAfter)});
    return failWith(429, "rate_limit_error", headers);
}

Fault htmlPage(int status) {
    return [status](FakeAnswer& answer) {
        answer.status = status;
        answer.contentType = "text/html";
        answer.body = "<html><body><h1>Gateway</h1></body></html>";
    };
}

Fault dropConnection() {
    return [](FakeAnswer& answer) { answer.drop = true; };
}

Fault answerLate(int milliseconds) {
    return [milliseconds](FakeAnswer& answer) { answer.delayMs = milliseconds; };
}

Fault cutConnection() {
    return [](FakeAnswer& answer) { answer.bytesOfBody = answer.body.size() / 2; };
}

Fault cutJson() {
    return [](FakeAnswer& answer) { answer.body.truncate(answer.body.size() / 2); };
}

Fault redirectTo(const QUrl& url) {
    return [url](FakeAnswer& answer) {
        answer.status = 302;
        answer.headers.append({"Location", url.toEncoded()});
        answer.body.clear();
    };
}

Fault replaceText(const QByteArray& from, const QByteArray& to) {
    return [from, to](FakeAnswer& answer) {
        if (!answer.body.contains(from)) qFatal("The scripted text is not in the answer: %s", from.constData());
        answer.body.replace(from, to);
    };
}

Fault replaceBody(const QByteArray& body) {
    return [body](FakeAnswer& answer) { answer.body = body; };
}

Fault repeatPage(const QString& token) {
    // The token is none of the server's own, so the answer to it is made from the first one.
    return [token, first = QByteArray()](FakeAnswer& answer) mutable {
        if (first.isEmpty()) first = answer.body;
        QJsonObject object = QJsonDocument::fromJson(first).object();
        object.insert(QStringLiteral("has_more"), true);
        object.insert(QStringLiteral("next_page"), token);
        answer.status = 200;
        answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
}

}  // namespace tokenledger::test
