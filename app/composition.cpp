#include "app/composition.h"

#include "app/api/networktransport.h"
#include "app/core/systemuser.h"
#include "app/sample/sampleledger.h"
#include "app/sample/sampletransport.h"

#include <QFileInfo>

namespace tokenledger {

namespace {

/// The user's own price list, beside the settings.
QString ownPricesFile() { return QFileInfo(Profiles::settingsFile()).absolutePath() + QStringLiteral("/prices.json"); }

}  // namespace

Composition::Composition(Setup setup)
    : m_setup(std::move(setup)),
      m_clock(m_setup.now.isValid() ? std::make_unique<SystemClock>(m_setup.now) : std::make_unique<SystemClock>()),
      m_secrets(makeKeychainStore()),
      m_profiles(std::make_unique<Profiles>(Profiles::dataFolder(), Profiles::settingsFile())),
      m_prices(PriceBook::builtIn()),
      m_network(std::make_unique<NetworkTransport>()),
      m_sample(std::make_unique<SampleTransport>(*m_clock)) {
    if (const auto own = readOwnPrices(ownPricesFile()); !own) {
        m_priceProblem = own.error();
    } else if (*own) {
        m_prices = m_prices.overriddenBy(**own);
    }
    m_network->setProxy(m_setup.proxy);
    if (!m_setup.sample) m_profiles->setCachePath(profileName(), cachePath());
}

Composition::~Composition() = default;

Author Composition::author() const { return {m_clock->now(), systemUserName()}; }

QString Composition::profileName() const {
    if (!m_setup.profile.isEmpty()) return m_setup.profile;
    return m_setup.sample ? Profiles::sampleName() : Profiles::defaultName();
}

QString Composition::cachePath() const {
    return m_setup.cachePath.isEmpty() ? m_profiles->cachePath(profileName()) : m_setup.cachePath;
}

std::unique_ptr<AdminClient> Composition::makeClient(SecretBuffer key, RetryPolicy policy) const {
    HttpTransport& transport = m_setup.sample ? *m_sample : *m_network;
    return std::make_unique<AdminClient>(transport, *m_clock, m_setup.baseUrl, std::move(key), policy);
}

std::unique_ptr<AdminClient> Composition::makeSampleClient() const {
    return std::make_unique<AdminClient>(*m_sample, *m_clock, AdminClient::defaultBaseUrl(), SecretBuffer());
}

LedgerBeginning Composition::sampleBeginning() const { return sample::ledgerOf(author()); }

void Composition::setProxy(const QUrl& proxy) const {
    if (m_setup.proxy.isEmpty()) m_network->setProxy(proxy);
}

}  // namespace tokenledger
