#include "app/setupoptions.h"

#include "app/api/proxyurl.h"
#include "app/core/period.h"
#include "app/profiles.h"

namespace tokenledger {

QStringList setupOptionNames() {
    return {QStringLiteral("cache"), QStringLiteral("profile"), QStringLiteral("base-url"),
            QStringLiteral("proxy"), QStringLiteral("sample"),  QStringLiteral("now")};
}

void addSetupOptions(QCommandLineParser& parser) {
    const auto add = [&parser](const char* name, const char* description, const char* value = nullptr) {
        QCommandLineOption option(QString::fromLatin1(name), QString::fromLatin1(description));
        if (value != nullptr) option.setValueName(QString::fromLatin1(value));
        parser.addOption(option);
    };
    add("cache", "Cache file (default: the profile's, in the platform's data folder).", "FILE");
    add("profile", "Organization profile: its own cache and its own key.", "NAME");
    add("base-url", "Server (https only, but for http on a loopback address).", "URL");
    add("proxy", "Proxy, as http://HOST:PORT or socks5://HOST:PORT (default: the system's).", "URL");
    add("sample", "The built-in sample organization instead of the network; needs no key.");
    add("now", "Take this RFC 3339 time as the present.", "TIMESTAMP");
}

Result<Setup> readSetup(const QCommandLineParser& parser) {
    Setup setup;
    setup.sample = parser.isSet(QStringLiteral("sample"));
    setup.cachePath = parser.value(QStringLiteral("cache"));
    if (parser.isSet(QStringLiteral("cache")) && setup.cachePath.isEmpty()) {
        return failure(ErrorKind::Usage, QStringLiteral("--cache takes the path of a file."));
    }
    if (parser.isSet(QStringLiteral("profile"))) {
        const auto profile = Profiles::checkName(parser.value(QStringLiteral("profile")));
        if (!profile) return failure(profile.error());
        setup.profile = *profile;
    }
    if (parser.isSet(QStringLiteral("base-url"))) {
        const auto url = AdminClient::checkBaseUrl(parser.value(QStringLiteral("base-url")));
        if (!url) return failure(url.error());
        setup.baseUrl = *url;
    }
    if (parser.isSet(QStringLiteral("proxy"))) {
        const auto proxy = checkProxyUrl(parser.value(QStringLiteral("proxy")));
        if (!proxy) return failure(proxy.error());
        setup.proxy = *proxy;
    }
    if (parser.isSet(QStringLiteral("now"))) {
        const auto now = fromRfc3339(parser.value(QStringLiteral("now")));
        if (!now) {
            return failure(ErrorKind::Usage,
                           QStringLiteral("--now takes an RFC 3339 time, as in 2026-11-20T13:42:00Z; not \"%1\".")
                               .arg(parser.value(QStringLiteral("now"))));
        }
        if (!UtcDay::isPlausible(*now)) {
            return failure(ErrorKind::Usage, QStringLiteral("--now takes a time of the years 2000 to 2199; not \"%1\".")
                                                 .arg(parser.value(QStringLiteral("now"))));
        }
        setup.now = *now;
    }
    return setup;
}

}  // namespace tokenledger
