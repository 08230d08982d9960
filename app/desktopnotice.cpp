#include "app/desktopnotice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QVariantMap>

namespace tokenledger {

void showDesktopNotice(const QString& title, const QString& text) {
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    constexpr uint ReplacesNone = 0;
    constexpr int AsTheDesktopLikes = -1;
    // Bodies may hold markup: names from outside must not be any.
    message << QGuiApplication::applicationDisplayName() << ReplacesNone << QGuiApplication::desktopFileName() << title
            << text.toHtmlEscaped() << QStringList() << hints << AsTheDesktopLikes;
    QDBusConnection::sessionBus().send(message);
}

}  // namespace tokenledger
