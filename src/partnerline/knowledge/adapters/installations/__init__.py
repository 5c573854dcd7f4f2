"""The Installations and Replicas ports in SQLAlchemy Core, in the record's database."""

from partnerline.knowledge.adapters.installations.cipher import Cipher
from partnerline.knowledge.adapters.installations.replicas import SqlReplicas
from partnerline.knowledge.adapters.installations.store import SqlInstallations

__all__ = ["Cipher", "SqlInstallations", "SqlReplicas"]
