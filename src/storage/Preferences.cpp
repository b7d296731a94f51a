// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/Preferences.h"

#include "storage/IniText.h"
#include "storage/OwnFiles.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

namespace deskwarden::storage {

namespace {

constexpr qint64 largestPreferences = 1 << 20;
constexpr std::chrono::milliseconds busyPause{50};

QString nameOf(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

Preferences::Preferences(const QString& file)
    : m_file(file)
    , m_values(read(file))
    , m_soon(std::make_unique<QTimer>())
{
    m_soon->setSingleShot(true);
    QObject::connect(m_soon.get(), &QTimer::timeout, m_soon.get(), [this] { saveSoon(); });
}

Preferences::~Preferences()
{
    save();
}

/// QSettings reads, but does not write: a full disk would leave it with an empty file.
Preferences::Values Preferences::read(const QString& file)
{
    Values values;
    if (whyUnusable(file, FileUse::Read) || QFileInfo(file).size() > largestPreferences)
        return values;
    const QSettings settings(file, QSettings::IniFormat);
    for (const QString& name : settings.allKeys()) {
        if (!name.isEmpty()) // a line of garbage
            values.insert(name, settings.value(name));
    }
    return values;
}

bool Preferences::value(const FlagKey& key) const
{
    return m_values.value(nameOf(key.name), key.fallback).toBool();
}

int Preferences::value(const NumberKey& key) const
{
    bool isNumber = false;
    const int number = m_values.value(nameOf(key.name), key.fallback).toInt(&isNumber);
    return isNumber ? std::clamp(number, key.least, key.most) : key.fallback;
}

QString Preferences::value(const TextKey& key) const
{
    return m_values.value(nameOf(key.name), QString::fromUtf8(key.fallback)).toString();
}

QByteArray Preferences::value(const BytesKey& key) const
{
    // Base64, because the INI file must stay readable and diffable for people.
    return QByteArray::fromBase64(m_values.value(nameOf(key.name)).toByteArray());
}

void Preferences::setValue(const FlagKey& key, bool value)
{
    set(key.name, value);
}

void Preferences::setValue(const NumberKey& key, int value)
{
    set(key.name, std::clamp(value, key.least, key.most));
}

void Preferences::setValue(const TextKey& key, const QString& value)
{
    set(key.name, value);
}

void Preferences::setValue(const BytesKey& key, const QByteArray& value)
{
    set(key.name, QString::fromLatin1(value.toBase64()));
}

void Preferences::set(const char* name, const QVariant& value)
{
    if (m_values.value(nameOf(name)) == value)
        return;
    m_values.insert(nameOf(name), value);
    m_changed.insert(nameOf(name), value);
    if (m_soon->thread()->eventDispatcher() != nullptr)
        m_soon->start(0);
}

void Preferences::save()
{
    m_soon->stop();
    takeBack();
    if (!m_changed.isEmpty() && write(m_file, m_changed))
        m_changed.clear();
}

/// Hands the changes to a thread of their own, one at a time: the disk may be slow.
void Preferences::saveSoon()
{
    if (m_written.valid() && m_written.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        m_soon->start(busyPause);
        return;
    }
    takeBack();
    if (m_changed.isEmpty())
        return;
    try {
        m_written = std::async(std::launch::async, &Preferences::write, m_file, m_changed);
        m_onItsWay = std::exchange(m_changed, {});
    } catch (const std::system_error&) { // no thread is to be had: with the next change again
    }
}

/// Waits for what is being written. What did not arrive counts as changed again, unless it has changed since.
void Preferences::takeBack()
{
    if (!m_written.valid())
        return;
    if (!m_written.get()) {
        for (auto lost = m_onItsWay.constBegin(); lost != m_onItsWay.constEnd(); ++lost) {
            if (!m_changed.contains(lost.key()))
                m_changed.insert(lost.key(), lost.value());
        }
    }
    m_onItsWay.clear();
}

bool Preferences::write(const QString& file, const Values& changed)
{
    Values all = read(file);
    all.insert(changed);
    const QDateTime before = QFileInfo(file).lastModified();
    if (!makeOwnFolder(QFileInfo(file).absolutePath()) || !writeWhole(file, iniText(all), WrittenFor::Program))
        return false;
    // QSettings reads a file anew only if its time or size differs, and the system's clock of files stands still for
    // milliseconds.
    QFile written(file);
    if (before.isValid() && QFileInfo(file).lastModified() <= before && written.open(QIODevice::Append))
        written.setFileTime(before.addMSecs(1), QFileDevice::FileModificationTime);
    return true;
}

} // namespace deskwarden::storage
