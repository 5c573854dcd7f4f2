"""The embedding model: prepared once by sentence-transformers, served by onnxruntime."""
