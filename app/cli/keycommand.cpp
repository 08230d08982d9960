#include "app/api/keycheck.h"
#include "app/cli/commandline.h"
#include "app/cli/keysource.h"
#include "storage/ledgerwriter.h"

#include <QFileInfo>

namespace tokenledger::cli {

namespace {

/// In the audit log, where there is a cache that has one.
void note(const Context& context, const QString& what) {
    const QString cache = context.composition.cachePath();
    if (!QFileInfo::exists(cache)) return;
    AuditEntry entry;
    entry.author = context.composition.author();
    entry.action = QStringLiteral("key");
    entry.subject = context.composition.profileName();
    entry.detail = what;
    if (const auto noted = appendAudit(cache, entry); !noted) {
        context.err.line(QStringLiteral("The audit log does not say so. ") + noted.error().message);
    }
}

Outcome setKey(const Context& context) {
    const QString option = QStringLiteral("key-file");
    auto key = readKeyFile(context.options.isSet(option) ? context.options.value(option) : QStringLiteral("-"));
    if (!key) return context.complain(key.error());
    if (keyKind(*key) != KeyKind::Admin) {
        context.err.line(QStringLiteral(
            "Note: an Admin key begins with sk-ant-admin; this one does not. \"tokenledger-cli key test\" "
            "tells whether it works."));
    }
    context.composition.secrets().write(
        context.composition.profileName(), std::move(*key), &context.owner, [context](const Result<void>& written) {
            if (!written) {
                context.finish(context.complain(written.error()));
                return;
            }
            context.composition.profiles().noteKeyStored(context.composition.profileName(),
                                                         context.composition.clock().now());
            note(context, QStringLiteral("stored in the keychain"));
            context.out.line(QStringLiteral("The key of the profile \"%1\" is in the keychain.")
                                 .arg(context.composition.profileName()));
            context.finish(ExitCode::Done);
        });
    return std::nullopt;
}

Outcome forgetKey(const Context& context) {
    context.composition.secrets().remove(
        context.composition.profileName(), &context.owner, [context](const Result<void>& removed) {
            if (!removed && removed.error().kind != ErrorKind::NotFound) {
                context.finish(context.complain(removed.error()));
                return;
            }
            context.composition.profiles().noteKeyForgotten(context.composition.profileName());
            if (removed) note(context, QStringLiteral("removed from the keychain"));
            context.out.line(removed ? QStringLiteral("The key was removed from the keychain.")
                                     : QStringLiteral("There was no key in the keychain."));
            context.finish(ExitCode::Done);
        });
    return std::nullopt;
}

void sayReport(const Context& context, const KeyCheckReport& report) {
    if (report.organization && *report.organization) {
        context.out.line(
            QStringLiteral("Organization  %1 (%2)").arg((*report.organization)->name, (*report.organization)->id));
    }
    context.out.line(report.headline);
    if (!report.explanation.isEmpty()) context.out.line(report.explanation);
}

class KeyTest : public QObject {
public:
    KeyTest(Context context, QObject* parent) : QObject(parent), m_context(std::move(context)) {}

    void start() {
        findKey(m_context, this, [this](Result<SecretBuffer> key) {
            if (!key) {
                m_context.finish(m_context.complain(key.error()));
                return;
            }
            const KeyKind kind = keyKind(*key);
            m_client = m_context.composition.makeClient(std::move(*key), KeyCheck::policy());
            m_check = std::make_unique<KeyCheck>(*m_client, kind, m_context.composition.clock());
            connect(m_check.get(), &KeyCheck::finished, this, [this](const KeyCheckReport& report) {
                sayReport(m_context, report);
                m_context.finish(report.error ? exitCodeOf(report.error->kind) : ExitCode::Done);
            });
            m_check->start();
        });
    }

private:
    const Context m_context;
    std::unique_ptr<AdminClient> m_client;
    std::unique_ptr<KeyCheck> m_check;
};

Outcome testKey(const Context& context) {
    auto* test = new KeyTest(context, &context.owner);
    test->start();
    return std::nullopt;
}

}  // namespace

Outcome runKey(const Context& context) {
    const QString what = context.arguments.size() == 1 ? context.arguments.front() : QString();
    if (what == QLatin1String("set")) return setKey(context);
    if (what == QLatin1String("test")) return testKey(context);
    if (what == QLatin1String("forget")) return forgetKey(context);
    return context.complain(
        {ErrorKind::Usage,
         QStringLiteral("key takes one of: set, test, forget. The key itself is read from standard input, "
                        "never from an argument."),
         {}});
}

}  // namespace tokenledger::cli
