#include "app/cli/keysource.h"

#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace tokenledger::cli {

namespace {

constexpr qint64 MaxKeyBytes = 4096;

Result<SecretBuffer> checked(SecretBuffer key, const QString& source) {
    if (key.isEmpty()) return failure(ErrorKind::Secret, QStringLiteral("%1 holds no key.").arg(source));
    const bool printable =
        std::all_of(key.bytes().begin(), key.bytes().end(), [](char c) { return c > ' ' && c < 127; });
    if (!printable || key.bytes().size() >= MaxKeyBytes) {
        return failure(
            ErrorKind::Secret,
            QStringLiteral("%1 does not hold a key: a key is one line of letters, digits and dashes.").arg(source));
    }
    return key;
}

// The variable is taken out of this process's environment, so that no child and no crash report inherits it.
SecretBuffer takeFromEnvironment() {
    constexpr const char* Name = "ANTHROPIC_ADMIN_KEY";
    char* value = std::getenv(Name);
    if (value == nullptr) return {};
    SecretBuffer key = SecretBuffer::take(QByteArray(value));
    std::memset(value, 0, std::strlen(value));
    ::unsetenv(Name);
    return key;
}

}  // namespace

Result<SecretBuffer> readKeyFile(const QString& path) {
    if (path.isEmpty()) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("--key-file takes the path of a file, or - for standard input."));
    }
    const bool standardInput = path == QLatin1String("-");
    const QString source =
        standardInput ? QStringLiteral("Standard input") : QStringLiteral("The key file %1").arg(path);
    QFile file(path);
    const bool opened = standardInput ? file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)
                                      : file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (!opened) {
        return failure(ErrorKind::Secret, QStringLiteral("%1 cannot be read: %2.").arg(source, file.errorString()));
    }
    QByteArray bytes;
    bytes.reserve(MaxKeyBytes + 1);  // one allocation, so that no copy of the key stays behind in freed memory
    while (bytes.size() < MaxKeyBytes) {
        char chunk[512];
        const qint64 got = file.read(chunk, sizeof chunk);
        if (got > 0) bytes.append(chunk, got);
        std::memset(chunk, 0, sizeof chunk);
        asm volatile("" : : "r"(&chunk[0]) : "memory");
        if (got <= 0) break;
    }
    return checked(SecretBuffer::take(std::move(bytes)), source);
}

void findKey(const Context& context, QObject* owner, std::function<void(Result<SecretBuffer>)> done) {
    const auto later = [owner, &done](Result<SecretBuffer> key) {
        auto shared = std::make_shared<Result<SecretBuffer>>(std::move(key));
        QTimer::singleShot(0, owner, [shared, done] { done(std::move(*shared)); });
    };
    if (context.composition.setup().sample) {
        later(SecretBuffer());
        return;
    }
    if (const QString option = QStringLiteral("key-file"); context.options.isSet(option)) {
        later(readKeyFile(context.options.value(option)));
        return;
    }
    if (SecretBuffer key = takeFromEnvironment(); !key.isEmpty()) {
        later(checked(std::move(key), QStringLiteral("The environment variable ANTHROPIC_ADMIN_KEY")));
        return;
    }
    context.composition.secrets().read(
        context.composition.profileName(), owner,
        [done, profile = context.composition.profileName()](Result<SecretBuffer> key) {
            if (key) {
                done(std::move(key));
                return;
            }
            const QString what = key.error().kind == ErrorKind::NotFound
                                     ? QStringLiteral("There is no admin key for the profile \"%1\".").arg(profile)
                                     : key.error().message;
            done(failure(
                ErrorKind::Secret,
                what + QStringLiteral(" Store one with \"tokenledger-cli key set\", or give it by --key-file or the "
                                      "environment variable ANTHROPIC_ADMIN_KEY; --sample needs none."),
                key.error().detail));
        });
}

}  // namespace tokenledger::cli
