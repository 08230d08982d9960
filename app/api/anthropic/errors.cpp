#include "app/api/anthropic/errors.h"

#include "app/core/plaintext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace tokenledger {

namespace {

struct ServerWords {
    QString message;
    QString type;
    QString errorCode;  // of error.details
    QString requestId;
};

ServerWords readEnvelope(const QByteArray& body) {
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const QJsonObject error = root.value(u"error").toObject();
    return {error.value(u"message").toString(), error.value(u"type").toString(),
            error.value(u"details").toObject().value(u"error_code").toString(), root.value(u"request_id").toString()};
}

QString refusedKey(KeyKind kind) {
    switch (kind) {
        case KeyKind::Ordinary:
            return QStringLiteral(
                "The server refused the key (401). It is an ordinary API key; reports need an Admin key, which begins "
                "with "
                "sk-ant-admin01-. An organization admin creates one in the Console under Settings, Admin keys.");
        case KeyKind::EnterpriseAnalytics:
            return QStringLiteral(
                "The server refused the key (401). It looks like a Claude Enterprise key; these reports need an Admin "
                "key of "
                "the Console, which begins with sk-ant-admin01-.");
        case KeyKind::Admin:
            return QStringLiteral(
                "The server refused the key (401). It may be incomplete, deleted or of another organization; copy it "
                "again or "
                "create a new Admin key in the Console.");
        case KeyKind::Unknown:
            break;
    }
    return QStringLiteral(
        "The server refused the key (401). It does not look like an Admin key, which begins with sk-ant-admin01-.");
}

QString redirectMessage(const HttpResponse& response) {
    const QString host = QUrl::fromEncoded(response.header("location")).host();
    const QString to = host.isEmpty() ? QStringLiteral("another address") : plainText(host);
    return QStringLiteral(
               "The server wanted to send the request on to %1 (%2). It was not followed, because the key goes to "
               "the configured host only. Check the base URL, and whether the network asks for a login.")
        .arg(to, QString::number(response.status));
}

Error byStatus(const HttpResponse& response, const SecretBuffer& key, const QString& said) {
    const int status = response.status;
    const auto with = [status](ErrorKind kind, const QString& text) {
        return Error{kind, text.contains(u"%1") ? text.arg(status) : text, {}};
    };
    if (status >= 300 && status < 400) return with(ErrorKind::BadResponse, redirectMessage(response));
    switch (status) {
        case 401:
            return with(ErrorKind::Unauthorized, refusedKey(keyKind(key)));
        case 402:
            return with(ErrorKind::Forbidden,
                        QStringLiteral("The server refuses because of a problem with the organization's billing "
                                       "(402). Have an admin look at the billing page of the Console, then try "
                                       "again."));
        case 403:
            return with(ErrorKind::Forbidden,
                        QStringLiteral("The key may not read this (403). It needs to be an Admin key, "
                                       "created by an admin of the organization."));
        case 404:
            return with(ErrorKind::NotFound,
                        QStringLiteral("The server does not have this report (404). It may not be offered "
                                       "to this organization, or the base URL is wrong."));
        case 407:
            return with(ErrorKind::Network,
                        QStringLiteral("The proxy asks for a password (407). Put it into the system's "
                                       "proxy settings."));
        case 408:
        case 504:
            return with(ErrorKind::Timeout, QStringLiteral("The server did not answer in time (%1). Try again later."));
        case 429:
            return with(ErrorKind::RateLimited,
                        QStringLiteral("The rate limit of the organization is used up (429). Try "
                                       "again later."));
        default:
            break;
    }
    if (status == 529 || status == 503) {
        return with(ErrorKind::BadResponse, QStringLiteral("The server is overloaded (%1). Try again later."));
    }
    if (status >= 500) {
        return with(ErrorKind::BadResponse,
                    QStringLiteral("The server had an error of its own (%1). Try again later."));
    }
    if (status >= 400) {
        const QString head = QStringLiteral("The server did not accept the request (%1)").arg(status);
        return {ErrorKind::BadResponse, said.isEmpty() ? QString(head + u'.') : QString(head + u": " + said), {}};
    }
    return with(ErrorKind::BadResponse, QStringLiteral("The server gave an answer that is not expected here (%1)."));
}

constexpr QByteArrayView Removed = "[key]";

/// How long the key is where it stands at this place, each character as it is or as JSON may escape it; 0: it does not.
qsizetype spelledAt(QByteArrayView text, qsizetype at, QByteArrayView key) {
    constexpr qsizetype EscapeLength = 6;  // \u002d
    qsizetype place = at;
    for (const char c : key) {
        const QByteArrayView rest = text.sliced(place);
        if (rest.startsWith(c)) {
            ++place;
        } else if (rest.size() >= EscapeLength && rest.startsWith("\\u00") &&
                   rest.sliced(4, 2).toByteArray().toInt(nullptr, 16) == c) {
            place += EscapeLength;
        } else if (c == '/' && rest.startsWith("\\/")) {
            place += 2;
        } else {
            return 0;
        }
    }
    return place - at;
}

}  // namespace

QByteArray withoutKey(QByteArray text, const SecretBuffer& key) {
    if (key.isEmpty()) return text;
    if (text.contains(key.bytes())) text.replace(key.bytes(), Removed);
    if (!text.contains("\\u00") && !text.contains("\\/")) return text;
    QByteArray left;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype length = spelledAt(text, at, key.bytes());
        if (length == 0) continue;
        left.append(text.constData() + copied, at - copied).append(Removed);
        copied = at + length;
        at = copied - 1;
    }
    return copied == 0 ? text : left.append(text.constData() + copied, text.size() - copied);
}

std::optional<Error> notJson(const QByteArray& body) {
    qsizetype first = 0;
    while (first < body.size() && QByteArrayView(" \t\r\n").contains(body.at(first))) ++first;
    if (first == body.size()) {
        return Error{ErrorKind::BadResponse, QStringLiteral("The server's answer is empty. Try again later."), {}};
    }
    if (body.at(first) != '<') return std::nullopt;
    return Error{
        ErrorKind::BadResponse,
        QStringLiteral("The answer looks like a login page of the network, not like the server's. Sign in to the "
                       "network in a browser, and check the base URL."),
        QStringLiteral("HTML where JSON was expected")};
}

bool isSpendLimit(const HttpResponse& response) {
    return response.status == 429 && readEnvelope(response.body).errorCode == u"enforced_spend_limit_reached";
}

Error errorOf(const HttpResponse& response, const SecretBuffer& key) {
    const ServerWords words = readEnvelope(response.body);
    // Once more after decoding: JSON can spell the key with escapes.
    const auto fit = [&key](const QString& text) {
        return plainText(QString::fromUtf8(withoutKey(text.toUtf8(), key)));
    };
    const QString said = fit(words.message);
    Error error = byStatus(response, key, said);
    if (isSpendLimit(response)) {
        error.message = QStringLiteral(
            "The organization has reached its monthly spend limit (429); the server answers again "
            "when the limit is raised or the month is over.");
    }
    QStringList detail{QStringLiteral("HTTP %1").arg(response.status)};
    if (!words.type.isEmpty()) detail += fit(words.type);
    if (!said.isEmpty()) detail += said;
    if (words.message.isEmpty() && notJson(response.body)) detail += QStringLiteral("no JSON in the answer");
    error.detail = detail.join(u"; ");
    error.httpStatus = response.status;
    const QByteArray header = response.header("request-id");
    error.requestId = fit(header.isEmpty() ? words.requestId : QString::fromLatin1(header));
    return error;
}

}  // namespace tokenledger
