#include "tests/gui/guifixture.h"

#include "app/sample/sampleledger.h"
#include "storage/cacheremoval.h"
#include "storage/setaside.h"

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <QTest>
#include <QtConcurrentRun>

namespace tokenledger::test {

namespace {

/// Answers come from the event loop, as the real keychain's do.
void later(QObject* context, std::function<void()> then) {
    QMetaObject::invokeMethod(context, std::move(then), Qt::QueuedConnection);
}

Error noKeychain() { return {ErrorKind::Secret, QStringLiteral("No keychain answers on this computer."), {}}; }

}  // namespace

void MemorySecrets::read(const QString& profile, QObject* context, std::function<void(Result<SecretBuffer>)> done) {
    later(context, [this, profile, done = std::move(done)] {
        if (broken) return done(failure(noKeychain()));
        const auto found = entries.find(profile);
        if (found == entries.end()) return done(failure(ErrorKind::NotFound, QStringLiteral("There is no key yet.")));
        done(SecretBuffer::take(QByteArray(found->second.constData(), found->second.size())));
    });
}

void MemorySecrets::write(const QString& profile, SecretBuffer key, QObject* context,
                          std::function<void(Result<void>)> done) {
    const QByteArray bytes(key.bytes().constData(), key.bytes().size());
    later(context, [this, profile, bytes, done = std::move(done)] {
        if (broken) return done(failure(noKeychain()));
        entries[profile] = bytes;
        done({});
    });
}

void MemorySecrets::remove(const QString& profile, QObject* context, std::function<void(Result<void>)> done) {
    later(context, [this, profile, done = std::move(done)] {
        if (broken) return done(failure(noKeychain()));
        entries.erase(profile);
        done({});
    });
}

GuiHome::GuiHome(Clock* given)
    : clock(given != nullptr ? *given : m_clock),
      settings(settingsPath()),
      profiles(path(QStringLiteral("data")), settingsPath()),
      services{clock, secrets, dialogs, settings, profiles, QStringLiteral("default"), {}, {}, {}, {}, {}, {}, {}} {
    RetryPolicy once;
    once.maxRetries = 0;
    services.openSample = [this] {
        auto session = std::make_unique<Session>(Session::Kind::Sample, samplePath(), clock, prices, [this] {
            return std::make_unique<AdminClient>(sample, clock, AdminClient::defaultBaseUrl(), SecretBuffer());
        });
        session->setBeginning([this] { return sample::ledgerOf({clock.now(), QStringLiteral("m.santos")}); });
        return session;
    };
    services.openFile = [this](const QString& file) {
        return std::make_unique<Session>(Session::Kind::ReadOnly, file, clock, prices, Session::MakeClient());
    };
    services.openLive = [this, once](const QString& profile, SecretBuffer key, bool held) {
        auto shared = std::make_shared<SecretBuffer>(std::move(key));
        auto session = std::make_unique<Session>(
            Session::Kind::Live, profiles.cachePath(profile), clock, prices, [this, shared, once] {
                return std::make_unique<AdminClient>(network, clock, AdminClient::defaultBaseUrl(), shared->duplicate(),
                                                     once);
            });
        session->setKeyIsHeldForThisRunOnly(held);
        return session;
    };
    services.checkKey = [this, once](SecretBuffer key, QObject* parent) {
        const KeyKind kind = keyKind(key);
        auto* client = new AdminClient(network, clock, AdminClient::defaultBaseUrl(), std::move(key), once);
        auto* check = new KeyCheck(*client, kind, clock, parent);
        QObject::connect(check, &QObject::destroyed, client, &QObject::deleteLater);
        return check;
    };
    services.removeCache = [](const QString& file) { return QtConcurrent::run([file] { return removeCache(file); }); };
    services.setCacheAside = [this](const QString& file) {
        return QtConcurrent::run([file, now = clock.now()] { return setCacheAside(file, now); });
    };
    services.setProxy = [this](const QUrl& proxy) { proxies.push_back(proxy); };
}

void choose(QWidget& button, const QString& entry) {
    QTest::mouseClick(&button, Qt::LeftButton);
    QMenu* menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) != nullptr);
    for (QAction* action : menu->actions()) {
        if (action->text() == entry || action->objectName() == entry) {
            menu->close();
            action->trigger();
            return;
        }
    }
    QStringList texts;
    for (const QAction* action : menu->actions()) texts.append(action->text());
    qFatal("no entry \"%s\" among %s", qPrintable(entry), qPrintable(texts.join(QStringLiteral(", "))));
}

}  // namespace tokenledger::test
