#include "app/api/proxyurl.h"

#include "app/core/texts.h"

namespace tokenledger {

Result<QUrl> checkProxyUrl(const QString& text) {
    // None of these sentences quotes the text: it may hold a password.
    const auto refuse = [](const QString& why) -> Result<QUrl> { return failure(ErrorKind::Usage, why); };
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains(u"://") ? trimmed : QString(u"http://" + trimmed), QUrl::StrictMode);
    const bool known = url.scheme() == u"http" || url.scheme() == u"socks5";
    if (!url.isValid() || url.host().isEmpty() || !known || url.port() < 1) {
        return refuse(
            tr("The proxy is not an address like http://proxy.example.com:8080 or "
               "socks5://proxy.example.com:1080."));
    }
    if (!url.userInfo().isEmpty()) {
        return refuse(
            tr("The proxy's address may hold no name and password: others could read them. Put them into "
               "the system's proxy settings or the environment variable https_proxy."));
    }
    if ((!url.path().isEmpty() && url.path() != u"/") || url.hasQuery() || url.hasFragment()) {
        return refuse(tr("The proxy's address ends with its port, as in http://proxy.example.com:8080."));
    }
    QUrl proxy;
    proxy.setScheme(url.scheme());
    proxy.setHost(url.host());
    proxy.setPort(url.port());
    return proxy;
}

}  // namespace tokenledger
