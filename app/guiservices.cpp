#include "app/guiservices.h"

#include "app/api/keycheck.h"
#include "app/desktopnotice.h"
#include "storage/cacheremoval.h"
#include "storage/schema.h"
#include "storage/setaside.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

namespace tokenledger {

namespace {

KeyCheck* makeKeyCheck(const Composition& composition, SecretBuffer key, QObject* parent) {
    const KeyKind kind = keyKind(key);
    AdminClient* client = composition.makeClient(std::move(key), KeyCheck::policy()).release();
    auto* check = new KeyCheck(*client, kind, composition.clock(), parent);
    QObject::connect(check, &QObject::destroyed, client, &QObject::deleteLater);  // the client lives longer
    return check;
}

}  // namespace

Services makeServices(const Composition& composition, Dialogs& dialogs, Settings& settings) {
    Services services{composition.clock(),
                      composition.secrets(),
                      dialogs,
                      settings,
                      composition.profiles(),
                      composition.setup().sample ? Profiles::defaultName() : composition.profileName(),
                      {},
                      {},
                      {},
                      {},
                      {},
                      {},
                      {}};
    services.openLive = [&composition](const QString& profile, SecretBuffer key, bool heldForThisRunOnly) {
        // Each sync gets a client of its own, with a copy of the key.
        auto shared = std::make_shared<SecretBuffer>(std::move(key));
        auto session = std::make_unique<Session>(
            Session::Kind::Live, composition.profiles().cachePath(profile), composition.clock(), composition.prices(),
            [&composition, shared] { return composition.makeClient(shared->duplicate()); });
        session->setKeyIsHeldForThisRunOnly(heldForThisRunOnly);
        return session;
    };
    services.openSample = [&composition] {
        const bool ownPath = composition.setup().sample;
        auto session = std::make_unique<Session>(
            Session::Kind::Sample,
            ownPath ? composition.cachePath() : composition.profiles().cachePath(Profiles::sampleName()),
            composition.clock(), composition.prices(), [&composition] { return composition.makeSampleClient(); });
        session->setBeginning([&composition] { return composition.sampleBeginning(); });
        return session;
    };
    services.openFile = [&composition](const QString& path) {
        return std::make_unique<Session>(Session::Kind::ReadOnly, path, composition.clock(), composition.prices(),
                                         Session::MakeClient());
    };
    services.checkKey = [&composition](SecretBuffer key, QObject* parent) {
        return makeKeyCheck(composition, std::move(key), parent);
    };
    services.removeCache = [](const QString& path) { return QtConcurrent::run([path] { return removeCache(path); }); };
    services.setCacheAside = [&composition](const QString& path) {
        return QtConcurrent::run([path, now = composition.clock().now()] { return setCacheAside(path, now); });
    };
    services.notify = showDesktopNotice;
    services.priceProblem = composition.priceProblem();
    services.setProxy = [&composition](const QUrl& proxy) { composition.setProxy(proxy); };
    services.components = {{QStringLiteral("Tokenledger"), QStringLiteral(TOKENLEDGER_VERSION)},
                           {QStringLiteral("Qt, Qt Charts, Qt SVG"), QString::fromLatin1(qVersion())},
                           {QStringLiteral("SQLite"), QString::fromLatin1(sqliteVersion())},
                           {QStringLiteral("SQLiteCpp"), QStringLiteral(TOKENLEDGER_SQLITECPP_VERSION)},
                           {QStringLiteral("QtKeychain"), QStringLiteral(TOKENLEDGER_QTKEYCHAIN_VERSION)},
                           {QStringLiteral("simdjson"), QStringLiteral(TOKENLEDGER_SIMDJSON_VERSION)},
                           {QStringLiteral("tl::expected"), QStringLiteral(TOKENLEDGER_EXPECTED_VERSION)},
                           {QLatin1String(QT_TRANSLATE_NOOP("tokenledger", "Schema of the cache")),
                            QString::number(newestSchemaVersion())}};
    return services;
}

}  // namespace tokenledger
