#include "app/core/texts.h"
#include "app/secrets/secretstore.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

namespace tokenledger {

namespace {

const QString& service() {
    static const QString name = QStringLiteral("tokenledger");
    return name;
}

QString otherWays() {
    return tr(
        " Unlock or install a keychain, or give the key by the environment variable ANTHROPIC_ADMIN_KEY or "
        "with --key-file.");
}

Error errorOf(QKeychain::Error code, const QString& technical) {
    switch (code) {
        case QKeychain::EntryNotFound:
            return {ErrorKind::NotFound,
                    tr("There is no key for this profile in the keychain, or the keychain is locked."), technical};
        case QKeychain::AccessDeniedByUser:
            return {ErrorKind::Secret, tr("Access to the keychain was declined.") + otherWays(), technical};
        case QKeychain::AccessDenied:
            return {ErrorKind::Secret, tr("The keychain is locked or denies access.") + otherWays(), technical};
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            return {ErrorKind::Secret, tr("This session has no keychain.") + otherWays(), technical};
        default:
            return {ErrorKind::Secret, tr("The keychain of this session does not answer.") + otherWays(), technical};
    }
}

/// Starts the job and calls back once: with its error or, after NoError, with what `value` makes of it. The job keeps
/// running unheard when it takes too long; a keychain offers no way to stop it.
template <typename T, typename Job>
void run(Job* job, const QString& profile, std::chrono::milliseconds patience, QObject* context,
         std::function<T(Job*)> value, std::function<void(Result<T>)> done) {
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(profile);
    auto* timeout = new QTimer(job);  // goes with the job, which may answer after the timeout or never
    timeout->setSingleShot(true);
    auto answered = std::make_shared<bool>(false);
    QObject::connect(timeout, &QTimer::timeout, context, [patience, answered, done] {
        if (std::exchange(*answered, true)) return;
        done(failure(
            errorOf(QKeychain::OtherError, QStringLiteral("no answer in %1 seconds").arg(patience.count() / 1000))));
    });
    QObject::connect(job, &QKeychain::Job::finished, context, [job, answered, value, done](QKeychain::Job*) {
        if (std::exchange(*answered, true)) return;
        if (job->error() != QKeychain::NoError) {
            done(failure(errorOf(job->error(), job->errorString())));
            return;
        }
        if constexpr (std::is_void_v<T>) {
            done({});
        } else {
            done(value(job));
        }
    });
    timeout->start(patience);
    job->start();
}

/// Wipes the bytes when the job is gone: until then the job shares them, and wiping would only make a second copy.
void wipeAfter(QObject* job, const QByteArray& bytes) {
    QObject::connect(job, &QObject::destroyed, job, [held = std::make_shared<QByteArray>(bytes)] { wipe(*held); });
}

class KeychainStore final : public SecretStore {
public:
    explicit KeychainStore(std::chrono::milliseconds patience) : m_patience(patience) {}

    void read(const QString& profile, QObject* context, std::function<void(Result<SecretBuffer>)> done) override {
        using Job = QKeychain::ReadPasswordJob;
        auto* job = new Job(service());
        run<SecretBuffer, Job>(
            job, profile, m_patience, context,
            [](Job* finished) {
                const QByteArray shared = finished->binaryData();
                wipeAfter(finished, shared);
                return SecretBuffer::take(QByteArray(shared.constData(), shared.size()));
            },
            [done](Result<SecretBuffer> key) {
                if (key && key->isEmpty())
                    key = failure(errorOf(QKeychain::EntryNotFound, QStringLiteral("empty entry")));
                done(std::move(key));
            });
    }

    void write(const QString& profile, SecretBuffer key, QObject* context,
               std::function<void(Result<void>)> done) override {
        using Job = QKeychain::WritePasswordJob;
        auto* job = new Job(service());
        const QByteArray shared(key.bytes().constData(), key.bytes().size());
        job->setBinaryData(shared);
        wipeAfter(job, shared);
        run<void, Job>(job, profile, m_patience, context, {}, std::move(done));
    }

    // Reads first: Secret Service reports success for removing what is not there.
    void remove(const QString& profile, QObject* context, std::function<void(Result<void>)> done) override {
        read(profile, context, [patience = m_patience, profile, context, done](const Result<SecretBuffer>& key) {
            if (!key) {
                done(failure(key.error()));
                return;
            }
            using Job = QKeychain::DeletePasswordJob;
            run<void, Job>(new Job(service()), profile, patience, context, {}, done);
        });
    }

private:
    std::chrono::milliseconds m_patience;
};

}  // namespace

std::unique_ptr<SecretStore> makeKeychainStore(std::chrono::milliseconds patience) {
    return std::make_unique<KeychainStore>(patience);
}

}  // namespace tokenledger
