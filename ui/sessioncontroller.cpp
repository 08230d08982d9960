#include "ui/sessioncontroller.h"

#include "app/core/async.h"

#include <algorithm>
#include <utility>

namespace tokenledger {

namespace {

constexpr int SampleDays = 396;  // 13 months

}  // namespace

SessionController::SessionController(Services& services, QObject* parent)
    : QObject(parent),
      m_services(services),
      m_filters(services.settings.filters()),
      m_page(services.settings.page()),
      m_yearStart(services.settings.yearStart()) {}

SessionController::~SessionController() = default;

void SessionController::openSample() { adopt(m_services.openSample(), {Settings::Opened::Sample, {}}); }

void SessionController::openFile(const QString& path) {
    adopt(m_services.openFile(path), {Settings::Opened::File, path});
}

void SessionController::openLive(QString profile) {
    close();
    m_profile = profile;
    emit opening();
    const int number = m_sessionNumber;
    m_services.secrets.read(profile, this, [this, number, profile](Result<SecretBuffer> key) {
        if (number != m_sessionNumber) return;
        std::optional<Error> problem;
        if (!key) problem = key.error();
        // A key that came here another way is as old as we know it.
        if (key && !m_services.profiles.keyStoredAt(profile).isValid()) {
            m_services.profiles.noteKeyStored(profile, m_services.clock.now());
        }
        openLive(profile, key ? std::move(*key) : SecretBuffer(), false);
        m_keyProblem = problem;
    });
}

void SessionController::openLive(QString profile, SecretBuffer key, bool heldForThisRunOnly) {
    adopt(m_services.openLive(profile, std::move(key), heldForThisRunOnly), {Settings::Opened::Live, profile});
}

void SessionController::openAgain() {
    if (m_session && m_session->writeProblem() && !isSyncing()) m_session->open();
}

bool SessionController::canSetOpenAside() const {
    return m_session != nullptr && m_session->kind() != Session::Kind::ReadOnly && !m_session->writeProblem() &&
           !isSyncing();
}

void SessionController::startAfresh() {
    if (canSetOpenAside()) {
        const QString path = m_session->cachePath();
        const QString profile = m_profile;
        close();
        m_profile = profile;
        m_damagedCache = path;
    }
    const int number = m_sessionNumber;
    whenDone(m_services.setCacheAside(m_damagedCache), this, [this, number](const Result<QString>& kept) {
        if (number != m_sessionNumber) return;
        if (!kept) return emit openFailed(kept.error());
        if (m_profile.isEmpty()) {
            openSample();
        } else {
            openLive(m_profile);
        }
        emit setAside(*kept);
    });
}

void SessionController::close() {
    ++m_sessionNumber;
    ++m_generation;
    m_session.reset();
    m_profile.clear();
    m_damagedCache.clear();
    m_status = {};
    m_extent.reset();
    m_keyProblem.reset();
    m_values.clear();
    m_history = {};
    m_overview.reset();
    m_shownFilters.reset();
    m_askedFilters.reset();
    m_progress.reset();
    m_lastSync.reset();
    m_rateLimit = {};
    m_askAgain = false;
    m_isOpened = false;
    m_noteNewKey = false;
    emit closed();
}

void SessionController::adopt(std::unique_ptr<Session> session, const Settings::LastOpened& what) {
    close();
    m_session = std::move(session);
    if (what.what == Settings::Opened::Live) m_profile = what.name;
    emit opening();
    connect(m_session.get(), &Session::opened, this, [this, what] {
        if (m_services.remembersOpened) m_services.settings.setLastOpened(what);
        // A cache that cannot be written says so itself.
        if (std::exchange(m_noteNewKey, false)) {
            static_cast<void>(m_session->noteKeyChange(m_profile, QStringLiteral("stored in the keychain")));
        }
        readStatus(true);
    });
    connect(m_session.get(), &Session::openFailed, this, &SessionController::giveUp);
    connect(m_session.get(), &Session::cacheChanged, this, [this] {
        if (m_extent) {
            refresh();
        } else {
            readStatus(false);
        }
    });
    connect(m_session.get(), &Session::cacheChanged, this, &SessionController::cacheChanged);
    connect(m_session.get(), &Session::syncProgressed, this, [this](const SyncProgress& progress) {
        m_progress = progress;
        if (progress.rateLimit.limit) m_rateLimit = progress.rateLimit;
        emit syncChanged();
    });
    connect(m_session.get(), &Session::syncFinished, this, &SessionController::onSyncFinished);
    m_session->open();
}

void SessionController::giveUp(const Error& error) {
    const QString profile = m_profile;
    const bool own = m_session->kind() != Session::Kind::ReadOnly;
    const QString damaged = own && error.kind == ErrorKind::Damaged ? m_session->cachePath() : QString();
    m_session->disconnect(this);
    // The session may be the sender: it goes once the event loop has it no longer on the stack.
    m_session.release()->deleteLater();
    close();
    m_profile = profile;
    m_damagedCache = damaged;
    emit openFailed(error);
}

void SessionController::failRead(const Error& error) {
    if (error.kind == ErrorKind::Damaged) {
        giveUp(error);
    } else if (error.kind != ErrorKind::Cancelled) {
        emit overviewFailed(error);
    }
}

/// Status, extent and filter values, read together; the first time everything else waits for them.
void SessionController::readStatus(bool first) {
    const int number = m_sessionNumber;
    const auto current = [this, number] { return number == m_sessionNumber && m_session != nullptr; };
    const auto problem = std::make_shared<std::optional<Error>>();
    whenDone(m_session->status(), this, [this, current, problem](const Result<CacheStatus>& status) {
        if (!current()) return;
        if (status) {
            m_status = *status;
            rememberOrganization();
        } else {
            *problem = status.error();
        }
    });
    for (const Dimension dimension : filterDimensions()) {
        whenDone(m_session->filterValues(dimension), this,
                 [this, current, problem, dimension](const Result<std::vector<Session::FilterValue>>& values) {
                     if (!current()) return;
                     if (values) {
                         m_values[dimension] = *values;
                     } else {
                         *problem = values.error();
                     }
                 });
    }
    whenDone(m_session->extent(), this, [=, this](const Result<std::optional<DateRange>>& extent) {
        if (!current()) return;
        if (!extent) *problem = extent.error();
        if (*problem) {
            // Filters stay as they are: what this cache calls their values is not known.
            return failRead(**problem);
        }
        m_extent = *extent;
        m_filters = resolved(m_filters);
        emit filtersChanged();
        emit statusChanged();
        m_isOpened = true;
        if (first) emit opened();
        refresh();
        const bool sampleIsOld = m_session->kind() == Session::Kind::Sample && (!m_extent || m_extent->last < today());
        if (first && sampleIsOld) sync();
    });
}

/// Stored filters name values; this cache has its own terms for them. What it does not know is taken away.
FilterState SessionController::resolved(const FilterState& filters, QStringList* unknown) const {
    FilterState resolved = filters;
    for (const DimensionChoice& filter : filters.filters) {
        std::vector<FilterChoice> known;
        for (const FilterChoice& choice : filter.anyOf) {
            const auto& all = values(filter.dimension);
            const auto found = std::find_if(all.begin(), all.end(), [&choice](const Session::FilterValue& value) {
                return value.value == choice.value;
            });
            if (found != all.end()) {
                known.push_back({found->term, found->value, found->name});
            } else if (unknown != nullptr) {
                unknown->append(choice.name.isEmpty() ? choice.value : choice.name);
            }
        }
        resolved.setFilter(filter.dimension, std::move(known));
    }
    return resolved;
}

/// So that it has its name while another one is open.
void SessionController::rememberOrganization() {
    if (m_profile.isEmpty() || !m_status.organization) return;
    const auto known = m_services.profiles.organization(m_profile);
    const Organization& now = *m_status.organization;
    if (!known || known->id != now.id || known->name != now.name) m_services.profiles.setOrganization(m_profile, now);
}

std::optional<int> SessionController::keyReminder() const {
    if (m_profile.isEmpty() || !m_session || m_session->keyIsHeldForThisRunOnly() || m_keyProblem) return std::nullopt;
    return m_services.profiles.keyReminder(m_profile, m_services.clock.now());
}

void SessionController::restKeyReminder() {
    m_services.profiles.restReminder(m_profile, m_services.clock.now());
    emit statusChanged();
}

QString SessionController::organizationName() const {
    if (!m_profile.isEmpty()) {
        const QString name = m_services.profiles.displayName(m_profile);
        return name != m_profile || m_status.organization ? name : QString();
    }
    return m_status.organization ? m_status.organization->name : QString();
}

const std::vector<Session::FilterValue>& SessionController::values(Dimension dimension) const {
    static const std::vector<Session::FilterValue> none;
    const auto found = m_values.find(dimension);
    return found == m_values.end() ? none : found->second;
}

UtcDay SessionController::today() const { return UtcDay::fromDateTime(m_services.clock.now()); }

void SessionController::setFilters(const FilterState& filters) {
    if (filters == m_filters) return;
    m_history.visit(view());
    apply({m_page, filters});
}

void SessionController::beginWith(const FilterState& filters) {
    m_filters = filters;
    m_services.settings.setFilters(filters);
    emit filtersChanged();
}

void SessionController::setPage(PageId page) {
    if (page == m_page) return;
    m_history.visit(view());
    apply({page, m_filters});
}

QStringList SessionController::show(const ViewState& wanted) {
    QStringList unknown;
    const ViewState known{wanted.page, resolved(wanted.filters, &unknown)};
    if (known != view()) {
        m_history.visit(view());
        apply(known);
    }
    return unknown;
}

void SessionController::toggleFilter(Dimension dimension, const QString& value) {
    const DimensionChoice* present = m_filters.filterOf(dimension);
    const bool only = present != nullptr && present->anyOf.size() == 1 && present->anyOf.front().value == value;
    std::vector<FilterChoice> chosen;
    for (const Session::FilterValue& known : values(dimension)) {
        if (known.value == value && !only) chosen.push_back({known.term, known.value, known.name});
    }
    if (chosen.empty() && !only) return;
    FilterState state = m_filters;
    state.setFilter(dimension, std::move(chosen));
    setFilters(state);
}

void SessionController::goBack() {
    if (m_history.canGoBack()) apply(m_history.back(view()));
}

void SessionController::goForward() {
    if (m_history.canGoForward()) apply(m_history.forward(view()));
}

void SessionController::apply(const ViewState& wanted) {
    const bool otherPage = wanted.page != m_page;
    const bool otherFilters = wanted.filters != m_filters;
    m_page = wanted.page;
    m_filters = wanted.filters;
    m_services.settings.setPage(m_page);
    m_services.settings.setFilters(m_filters);
    // The filters come first: the page that comes to the front asks for its picture once, and for the right one.
    if (otherFilters) emit filtersChanged();
    if (otherPage) emit pageChanged(m_page);
    if (otherFilters) refresh();
}

QString SessionController::organizationKey() const {
    if (!m_profile.isEmpty()) return m_profile;
    if (m_session != nullptr && m_session->kind() == Session::Kind::Sample) return Profiles::sampleName();
    return m_status.organization ? m_status.organization->id : QString();
}

bool SessionController::canSync() const { return m_session != nullptr && m_session->canSync() && !m_keyProblem; }

UtcDay SessionController::firstWantedDay() const {
    const UtcDay now = today();
    UtcDay first = defaultSyncRange(now).first;
    if (m_extent) first = std::min(first, m_extent->first);
    const bool sample = m_session->kind() == Session::Kind::Sample;
    const int days = sample ? SampleDays : m_services.profiles.backfillDays(m_profile);
    return days > 0 ? std::min(first, now - (days - 1)) : first;
}

void SessionController::sync() {
    if (canSync()) syncBackTo(firstWantedDay());
}

void SessionController::syncBackTo(UtcDay day) {
    SyncScope scope;
    scope.days = {std::min(day, today()), today()};
    startSync(scope);
}

void SessionController::syncDays(Dataset dataset, const DateRange& days) {
    SyncScope scope;
    scope.days = {days.first, std::min(days.last, today())};
    scope.datasets = {dataset == Dataset::Cost         ? SyncDataset::Cost
                      : dataset == Dataset::ClaudeCode ? SyncDataset::ClaudeCode
                                                       : SyncDataset::Usage};
    if (dataset == Dataset::UsageHourly) scope.width = BucketWidth::Hour;
    if (dataset == Dataset::UsageMinutely) scope.width = BucketWidth::Minute;
    if (scope.days.first <= scope.days.last) startSync(scope);
}

void SessionController::startSync(const SyncScope& scope) {
    if (!canSync() || isSyncing()) return;
    m_progress = SyncProgress{};
    m_session->startSync(scope);
    emit syncChanged();
}

void SessionController::cancelSync() {
    if (m_session) m_session->cancelSync();
}

void SessionController::onSyncFinished(const SyncSummary& summary) {
    m_lastSync = summary;
    m_progress.reset();
    if (summary.rateLimit.limit) m_rateLimit = summary.rateLimit;
    emit syncChanged();
    readStatus(false);
    emit syncFinished();
}

void SessionController::refresh() {
    if (!m_session) return;
    if (m_askedFilters == m_filters) {
        // While a sync pours answers in, one picture at a time is enough.
        m_askAgain = true;
        return;
    }
    if (m_overview && !overviewIsCurrent()) emit pictureOutdated();
    requestOverview();
}

void SessionController::requestOverview() {
    const int generation = ++m_generation;
    const FilterState asked = m_filters;
    m_askedFilters = asked;
    m_askAgain = false;
    whenDone(m_session->overview(asked.overviewRequest(today(), m_extent, m_yearStart)), this,
             [this, generation, asked](const Result<Overview>& result) {
                 if (generation != m_generation) return;
                 m_askedFilters.reset();
                 const bool again = std::exchange(m_askAgain, false);
                 if (result) {
                     m_overview = std::make_shared<const Overview>(*result);
                     m_shownFilters = asked;
                     emit overviewReady();
                 } else if (!again) {
                     return failRead(result.error());
                 }
                 if (again) requestOverview();
             });
}

}  // namespace tokenledger
