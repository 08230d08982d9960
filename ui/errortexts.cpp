#include "ui/errortexts.h"

#include "app/core/texts.h"

#include <QStringList>

namespace tokenledger {

namespace {

bool isEnglish() { return tr("en", "code of this language") == QLatin1String("en"); }

/// Nothing for kinds whose sentences are translated where they are made.
QString sentenceOf(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::Network:
            return tr("The server cannot be reached.");
        case ErrorKind::Timeout:
            return tr("The server did not answer in time.");
        case ErrorKind::Unauthorized:
            return tr("The server refused the key.");
        case ErrorKind::Forbidden:
            return tr("The server does not let this key read that, or the organization's billing has a problem.");
        case ErrorKind::NotFound:
            return tr("The server does not have this report.");
        case ErrorKind::RateLimited:
            return tr("The rate limit of the organization is used up.");
        case ErrorKind::BadResponse:
            return tr("The answer of the server could not be used.");
        default:
            return {};
    }
}

}  // namespace

QString errorText(const Error& error) {
    const QString sentence = isEnglish() ? QString() : sentenceOf(error.kind);
    return sentence.isEmpty() ? error.message : sentence;
}

QString technicalText(const Error& error) {
    QStringList lines;
    if (errorText(error) != error.message) lines.append(error.message);
    if (!error.detail.isEmpty()) lines.append(error.detail);
    if (!error.requestId.isEmpty()) lines.append(tr("Request id: ") + error.requestId);
    return lines.join(u'\n');
}

}  // namespace tokenledger
