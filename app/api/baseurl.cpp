#include "app/api/baseurl.h"

#include "app/api/adminclient.h"

#include <QHostAddress>

namespace tokenledger {

bool isLoopbackHost(const QString& host) {
    if (host.compare(u"localhost", Qt::CaseInsensitive) == 0) return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

bool mayCarryKey(const QUrl& url) {
    if (url.host().isEmpty()) return false;
    return url.scheme() == u"https" || (url.scheme() == u"http" && isLoopbackHost(url.host()));
}

QUrl AdminClient::defaultBaseUrl() { return QUrl(QStringLiteral("https://api.anthropic.com")); }

Result<QUrl> AdminClient::checkBaseUrl(const QString& text) {
    const auto refuse = [](const QString& why) -> Result<QUrl> { return failure(ErrorKind::Usage, why); };
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http")) {
        return refuse(QStringLiteral("The base URL is not a web address; write it like https://api.anthropic.com."));
    }
    if (!mayCarryKey(url)) {
        return refuse(
            QStringLiteral("The base URL must begin with https://: over plain http anyone on the way could read the "
                           "key. Plain http is accepted for this machine only (127.0.0.1, ::1, localhost)."));
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return refuse(
            QStringLiteral("The base URL may hold a host, a port and a path, but no user name, query or fragment."));
    }
    QString path = url.path();
    while (path.endsWith(u'/')) path.chop(1);
    url.setPath(path);
    return url;
}

}  // namespace tokenledger
