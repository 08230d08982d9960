#include "app/api/keycheck.h"

#include "app/core/plaintext.h"

#include <QPointer>

namespace tokenledger {

KeyCheck::KeyCheck(AdminClient& client, KeyKind kind, Clock& clock, QObject* parent)
    : QObject(parent), m_client(client), m_clock(clock) {
    m_report.host = client.baseUrl().host();
    m_report.keyKind = kind;
}

RetryPolicy KeyCheck::policy() {
    RetryPolicy policy;
    policy.maxRetries = 1;
    policy.waitForRateLimit = false;
    return policy;
}

void KeyCheck::start() {
    m_report.reached = KeyCheckReport::Step::Asking;
    emit progressed(m_report);
    m_client.me([self = QPointer<KeyCheck>(this)](const ApiAnswer<Organization>& answer) {
        if (!self || self->m_finished) return;
        KeyCheckReport& report = self->m_report;
        self->noteReached(answer.value ? nullptr : &answer.value.error(), answer.log);
        if (!answer.value) {
            const ErrorKind kind = answer.value.error().kind;
            const bool asked = report.reached != KeyCheckReport::Step::Bad && kind != ErrorKind::Cancelled;
            if (asked) {
                report.organization = answer.value;
                report.identified = KeyCheckReport::Step::Bad;
            }
            report.error = answer.value.error();
            self->finish();
            return;
        }
        report.organization = answer.value;
        report.identified = KeyCheckReport::Step::Good;
        self->askForReports();
    });
}

void KeyCheck::askForReports() {
    m_report.permitted = KeyCheckReport::Step::Asking;
    emit progressed(m_report);
    const UtcDay today = UtcDay::fromDateTime(m_clock.now());
    // From yesterday on: the cost report refuses a range without one whole day.
    const DateRange days{today - 1, today};
    m_client.costPage(days, {},
                      [self = QPointer<KeyCheck>(this)](const ApiAnswer<std::shared_ptr<const CostPage>>& answer) {
                          if (!self || self->m_finished) return;
                          KeyCheckReport& report = self->m_report;
                          if (answer.value) {
                              report.mayReadReports = Result<void>();
                              report.permitted = KeyCheckReport::Step::Good;
                          } else {
                              report.mayReadReports = failure(answer.value.error());
                              report.permitted = KeyCheckReport::Step::Bad;
                              report.error = answer.value.error();
                          }
                          self->finish();
                      });
}

void KeyCheck::noteReached(const Error* error, const RequestLogEntry& log) {
    if (error == nullptr || log.httpStatus != 0) {
        m_report.reached = KeyCheckReport::Step::Good;
        m_report.reachedIn = std::chrono::milliseconds(log.durationMs);
        return;
    }
    // Without an answer it is the network's fault, or nothing was sent at all.
    const bool failed = isUnreachable(error->kind);
    m_report.reached = failed ? KeyCheckReport::Step::Bad : KeyCheckReport::Step::NotAsked;
}

void KeyCheck::cancel() {
    if (!m_finished) m_client.cancel();
}

namespace {

struct Diagnosis {
    QString headline;
    QString explanation;
};

QString whereAdminKeysAre() {
    return KeyCheck::tr(
        "An admin of the organization creates an Admin key in the Console under Settings, Admin keys; it begins with "
        "sk-ant-admin01-.");
}

Diagnosis refused(KeyKind kind) {
    switch (kind) {
        case KeyKind::Ordinary:
            return {KeyCheck::tr("This is an ordinary API key."),
                    KeyCheck::tr("It may ask models, but not read the organization's reports. ") + whereAdminKeysAre()};
        case KeyKind::EnterpriseAnalytics:
            return {
                KeyCheck::tr("This looks like a Claude Enterprise key."),
                KeyCheck::tr("It reads claude.ai analytics, not the Console's usage and cost. ") + whereAdminKeysAre()};
        case KeyKind::Admin:
            return {
                KeyCheck::tr("The server refused the key."),
                KeyCheck::tr("It may be incomplete, deleted, or not for this server. Copy it again, or create a new "
                             "Admin key in the Console under Settings, Admin keys.")};
        case KeyKind::Unknown:
            break;
    }
    return {KeyCheck::tr("This does not look like an Admin key."),
            KeyCheck::tr("The server refused it. ") + whereAdminKeysAre()};
}

Diagnosis notPermitted(const KeyCheckReport& report) {
    if (report.error->httpStatus == 402) {
        return {KeyCheck::tr("The organization's billing has a problem."),
                KeyCheck::tr("The server refuses to answer because of it; the key may well be good. Have an admin look "
                             "at the billing page of the Console, then test again.")};
    }
    if (report.organization && *report.organization) {
        return {KeyCheck::tr("The key may not read usage and cost."),
                KeyCheck::tr("The server knows the organization \"%1\", but keeps its reports from this key. ")
                        .arg(plainText((*report.organization)->name)) +
                    whereAdminKeysAre()};
    }
    if (report.keyKind != KeyKind::Admin) return refused(report.keyKind);
    return {KeyCheck::tr("The key may not read this organization."),
            KeyCheck::tr(
                "Its permission was taken away, or its account has no organization: the reports are not offered to "
                "individual accounts. ") +
                whereAdminKeysAre()};
}

Diagnosis notFound(const KeyCheckReport& report) {
    if (report.organization && *report.organization) {
        return {
            KeyCheck::tr("The server has no usage and cost reports for this organization."),
            KeyCheck::tr("They are offered to organizations of the Claude Console, not to individual accounts or to "
                         "organizations billed through AWS.")};
    }
    return {KeyCheck::tr("No organization belongs to this key."),
            KeyCheck::tr("Individual accounts have no reports; set up an organization in the Console under Settings, "
                         "Organization. If another server is configured, check its address.")};
}

Diagnosis limited(const Error& error) {
    QString when = KeyCheck::tr("Wait a while and test again.");
    if (error.retryAfter) {
        const auto minutes = (error.retryAfter->count() + 59'999) / 60'000;
        when = minutes <= 1 ? KeyCheck::tr("Test again in a minute.")
                            : KeyCheck::tr("Test again in %n minutes.", nullptr, static_cast<int>(minutes));
    }
    return {KeyCheck::tr("The rate limit of the organization is used up."),
            KeyCheck::tr("The key may well be good; the server just takes no more questions now. ") + when};
}

Diagnosis diagnose(const KeyCheckReport& report) {
    if (!report.error) {
        return {KeyCheck::tr("The key is good."),
                KeyCheck::tr("It reads usage and cost of \"%1\".").arg(plainText((*report.organization)->name))};
    }
    const Error& error = *report.error;
    switch (error.kind) {
        case ErrorKind::Unauthorized:
            return error.httpStatus == 0 ? Diagnosis{KeyCheck::tr("The key was not copied whole."), error.message}
                                         : refused(report.keyKind);
        case ErrorKind::Forbidden:
            return notPermitted(report);
        case ErrorKind::NotFound:
            return notFound(report);
        case ErrorKind::RateLimited:
            return limited(error);
        case ErrorKind::Network:
            return {KeyCheck::tr("%1 cannot be reached.").arg(report.host), error.message};
        case ErrorKind::Certificate:
            return {KeyCheck::tr("%1 is not to be trusted from here.").arg(report.host), error.message};
        case ErrorKind::Timeout:
            return {KeyCheck::tr("%1 does not answer.").arg(report.host), error.message};
        case ErrorKind::Cancelled:
            return {KeyCheck::tr("The test was stopped."), {}};
        default:
            return {KeyCheck::tr("The answer of %1 was not as expected.").arg(report.host), error.message};
    }
}

}  // namespace

void KeyCheck::finish() {
    m_finished = true;
    Diagnosis diagnosis = diagnose(m_report);
    m_report.headline = std::move(diagnosis.headline);
    m_report.explanation = std::move(diagnosis.explanation);
    const KeyCheckReport report = m_report;  // a listener may delete the check
    emit finished(report);
}

}  // namespace tokenledger
